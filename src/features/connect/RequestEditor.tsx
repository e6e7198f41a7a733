import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import type { GatewayId } from '#domain/gateway/gatewayId.ts';
import { GATEWAYS } from '#domain/gateway/gateways.ts';
import type { Profile, Secrets } from '#domain/profile/profile.ts';
import type { PlacedToken } from '#domain/profile/preflight.ts';
import { withAdvice } from '#domain/profile/profileProblem.ts';
import type { PreflightWarning, ProfileProblem } from '#domain/profile/profileProblem.ts';
import { Badge } from '#ui/Badge.tsx';
import { classNames } from '#ui/classNames.ts';
import { onDemand } from '#ui/onDemand.ts';
import { FieldTable } from './FieldTable.tsx';
import { optionsSummary } from './optionsSummary.ts';
import { PreflightLine } from './PreflightLine.tsx';
import { SubprotocolTable } from './SubprotocolTable.tsx';

const OptionsEditor = onDemand(async () => (await import('./OptionsEditor.tsx')).OptionsEditor);

export interface RequestEditorProps {
  readonly profile: Profile;
  readonly secrets: Secrets;
  readonly problems: readonly ProfileProblem[];
  /** What will probably fail, or what the chosen transport cannot send. */
  readonly warnings: readonly PreflightWarning[];
  /** The one whose facts hold for the profile. */
  readonly gateway: GatewayId;
  /** The tokens among the values, by row. */
  readonly tokens: readonly PlacedToken[];
  /** Beside the query parameters. */
  readonly credentialTools: ReactNode;
  readonly onProfileChange: (change: (profile: Profile) => Profile) => void;
  readonly onSecretChange: (secretId: string, value: string) => void;
}

/** Everything of the upgrade request that is not the URL: all of it in sight, options folded. */
export function RequestEditor(props: RequestEditorProps) {
  const { profile, secrets, problems, tokens, onProfileChange, onSecretChange } = props;
  const warnings = props.warnings.map(withAdvice);
  const [isOptionsOpen, setOptionsOpen] = useState(false);
  const gateway = GATEWAYS[props.gateway];
  const at = (place: ProfileProblem['at'], list: readonly ProfileProblem[]) =>
    list.filter((one) => one.at === place);
  const areOptionsShown = isOptionsOpen || at('options', problems).length > 0;
  const credentials = (kind: 'query' | 'header') =>
    gateway.credentials.filter((place) => place.kind === kind);

  return (
    <div className="border-b border-line">
      <div className="grid max-h-[34vh] gap-x-4 gap-y-1 overflow-y-auto px-3 pt-1 pb-2 @3xl:grid-cols-[minmax(0,5fr)_minmax(0,5fr)_minmax(0,4fr)]">
        <Group
          title="Query parameters"
          count={enabledCount(profile.parameters)}
          tools={props.credentialTools}
          problems={wholes(at('parameters', problems))}
          warnings={wholes(at('parameters', warnings))}
        >
          <FieldTable
            title="Query parameters"
            profileName={profile.name}
            fields={profile.parameters}
            secrets={secrets}
            problems={at('parameters', problems)}
            warnings={at('parameters', warnings)}
            tokens={tokens}
            credentials={credentials('query')}
            onFieldsChange={(change) =>
              onProfileChange((one) => ({ ...one, parameters: change(one.parameters) }))
            }
            onSecretChange={onSecretChange}
          />
        </Group>
        <Group
          title="Headers"
          count={enabledCount(profile.headers)}
          problems={wholes(at('headers', problems))}
          warnings={wholes(at('headers', warnings))}
        >
          <FieldTable
            title="Headers"
            profileName={profile.name}
            fields={profile.headers}
            secrets={secrets}
            problems={at('headers', problems)}
            warnings={at('headers', warnings)}
            tokens={tokens}
            credentials={credentials('header')}
            onFieldsChange={(change) => onProfileChange((one) => ({ ...one, headers: change(one.headers) }))}
            onSecretChange={onSecretChange}
          />
        </Group>
        <Group
          title="Subprotocols"
          count={enabledCount(profile.subprotocols)}
          problems={wholes(at('subprotocols', problems))}
          warnings={at('subprotocols', warnings)}
        >
          <SubprotocolTable
            subprotocols={profile.subprotocols}
            problems={at('subprotocols', problems)}
            tokens={tokens}
            suggestions={gateway.subprotocols}
            onChange={(change) =>
              onProfileChange((one) => ({ ...one, subprotocols: change(one.subprotocols) }))
            }
          />
        </Group>
      </div>
      <div className="relative border-t border-line/70">
        <div className="@3xl:absolute @3xl:top-0 @3xl:right-0">
          <PreflightLine
            profile={profile}
            warnings={props.warnings}
            nameOf={(warning) => nameOf(profile, warning)}
          />
        </div>
        <details open={areOptionsShown} onToggle={(event) => setOptionsOpen(event.currentTarget.open)}>
          <summary
            onPointerEnter={OptionsEditor.prefetch}
            onFocus={OptionsEditor.prefetch}
            className="flex h-7 list-none items-center gap-2 px-3 text-xs hover:bg-hover @3xl:pr-48 [&::-webkit-details-marker]:hidden"
          >
            <span className="font-medium">Options</span>
            <span className="min-w-0 truncate text-ink-soft">{optionsSummary(profile)}</span>
            {at('options', warnings).length > 0 && <Badge tone="warn">not in the Browser transport</Badge>}
          </summary>
          <div className="@container max-h-[45vh] overflow-y-auto px-3 pt-1 pb-3">
            {areOptionsShown && (
              <Suspense>
                <OptionsEditor
                  profile={profile}
                  gateway={gateway}
                  secrets={secrets}
                  problems={at('options', problems)}
                  warnings={at('options', warnings)}
                  onProfileChange={onProfileChange}
                  onSecretChange={onSecretChange}
                />
              </Suspense>
            )}
          </div>
        </details>
      </div>
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly count: number;
  readonly problems: readonly ProfileProblem[];
  readonly warnings: readonly ProfileProblem[];
  /** At the far end of the heading. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

function Group({ title, count, problems, warnings, tools, children }: GroupProps) {
  return (
    <div className="min-w-0">
      <div className="flex h-7 items-center justify-between gap-1.5 px-1.5">
        <h3 className="flex items-center gap-1.5 text-xs font-medium">
          {title}
          <span
            className={classNames('tabular-nums', count === 0 ? 'text-ink-soft/0' : 'text-ink-soft')}
            aria-hidden
          >
            {count}
          </span>
        </h3>
        {tools}
      </div>
      {problems.map((problem) => (
        <p key={problem.message} className="px-1.5 pb-1 text-2xs text-bad">
          {problem.message}
        </p>
      ))}
      {warnings.map((warning) => (
        <p key={warning.message} className="px-1.5 pb-1 text-2xs text-warn">
          {warning.message}
        </p>
      ))}
      {children}
    </div>
  );
}

function nameOf(profile: Profile, { at, fieldId }: ProfileProblem): string | null {
  if (at !== 'parameters' && at !== 'headers') return null;
  return profile[at].find((field) => field.id === fieldId)?.name ?? null;
}

function enabledCount(rows: readonly { readonly isEnabled: boolean }[]): number {
  return rows.filter((row) => row.isEnabled).length;
}

function wholes(problems: readonly ProfileProblem[]): readonly ProfileProblem[] {
  return problems.filter((problem) => problem.fieldId === null);
}
