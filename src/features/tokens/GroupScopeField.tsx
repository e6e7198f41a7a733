import { FormField } from '#ui/FormField.tsx';
import { Select } from '#ui/Select.tsx';
import type { GroupScope } from '#domain/token/clientAccess.ts';
import { TokenField } from './TokenField.tsx';

export interface GroupScopeDraft {
  readonly kind: GroupScope['kind'];
  /** Names as typed, for `some`. */
  readonly groups: string;
}

export interface GroupScopeFieldProps {
  readonly label: string;
  /** For the names of some groups. */
  readonly groupsLabel: string;
  readonly scope: GroupScopeDraft;
  readonly problem: string | null;
  readonly onScopeChange: (scope: GroupScopeDraft) => void;
}

const CHOICES = [
  { value: 'any', label: 'Any group' },
  { value: 'some', label: 'Only these groups' },
  { value: 'none', label: 'No group' },
] as const;

/** For which groups a client may do something. */
export function GroupScopeField({ label, groupsLabel, scope, problem, onScopeChange }: GroupScopeFieldProps) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <FormField label={label}>
        {(control) => (
          <Select
            {...control}
            value={scope.kind}
            options={CHOICES}
            onValueChange={(kind) => onScopeChange({ ...scope, kind })}
          />
        )}
      </FormField>
      {scope.kind === 'some' && (
        <TokenField
          label={groupsLabel}
          placeholder="lobby, news"
          value={scope.groups}
          problem={problem}
          onValueChange={(groups) => onScopeChange({ ...scope, groups })}
        />
      )}
    </div>
  );
}
