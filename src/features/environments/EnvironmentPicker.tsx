import { Variable } from 'lucide-react';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Select } from '#ui/Select.tsx';
import { useProfiles } from '../stores/useStores.ts';
import { namedEnvironments } from './environmentList.ts';

export interface EnvironmentPickerProps {
  readonly onEdit: () => void;
}

/** Which environment fills in the variables; the way to all of them, where a narrow window has the choice too. */
export function EnvironmentPicker({ onEdit }: EnvironmentPickerProps) {
  const environments = useProfiles((state) => state.environments);
  const chosen = useProfiles((state) => state.environmentId);
  const { chooseEnvironment } = useProfiles((state) => state.actions);
  const named = namedEnvironments(environments);
  if (named.length === 0) {
    return (
      <>
        <Button size="small" variant="quiet" className="max-md:hidden" onClick={onEdit}>
          <Variable aria-hidden className="size-3.5" />
          Variables
        </Button>
        <IconButton className="md:hidden" label="Variables" icon={<Variable />} onClick={onEdit} />
      </>
    );
  }
  return (
    <div className="flex min-w-0 items-center gap-1">
      <Select
        aria-label="Environment"
        className="max-w-44 text-xs max-md:hidden [&_select]:h-7"
        value={chosen ?? NONE}
        options={[
          { value: NONE, label: 'No environment' },
          ...named.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValueChange={(id) => chooseEnvironment(id === NONE ? null : id)}
      />
      <IconButton label="Edit environments and variables" icon={<Variable />} onClick={onEdit} />
    </div>
  );
}

const NONE = '';
