import { adviseKeepAlive } from '#domain/gateway/adviseKeepAlive.ts';
import type { KeepAliveAdvice } from '#domain/gateway/adviseKeepAlive.ts';
import { formatDuration } from '#domain/format/formatDuration.ts';
import type { Gateway } from '#domain/gateway/gateway.ts';
import { DEFAULT_KEEP_ALIVE_MS, DEFAULT_KEEP_ALIVE_TEXT } from '#domain/profile/checkKeepAlive.ts';
import type { KeepAlive } from '#domain/profile/profile.ts';
import type { OptionName } from '#domain/profile/profileProblem.ts';
import { Button } from '#ui/Button.tsx';
import type { FieldNoteText } from '#ui/FieldNote.tsx';
import { FormField } from '#ui/FormField.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { SecondsField } from './SecondsField.tsx';

export interface KeepAliveFieldsProps {
  readonly keepAlive: KeepAlive;
  readonly gateway: Gateway;
  readonly noteOn: (option: OptionName) => FieldNoteText | null;
  readonly onChange: (keepAlive: KeepAlive) => void;
}

const CHOICES = [
  { value: 'off', label: 'Off' },
  { value: 'ping', label: 'Ping frames' },
  { value: 'message', label: 'A text' },
] as const;

export function KeepAliveFields({ keepAlive, gateway, noteOn, onChange }: KeepAliveFieldsProps) {
  const advice = adviseKeepAlive(gateway);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-40 flex-1">
          <FormField label="Keep-alive" note={noteOn('keepAlive')}>
            {(control) => (
              <Select
                {...control}
                value={keepAlive.kind}
                options={CHOICES}
                onValueChange={(kind) => onChange(keepAliveOf(kind, keepAlive))}
              />
            )}
          </FormField>
        </div>
        {keepAlive.kind !== 'off' && (
          <div className="w-24">
            <FormField label="Every, s" note={noteOn('keepAliveEvery')}>
              {(control) => (
                <SecondsField
                  {...control}
                  isInvalid={noteOn('keepAliveEvery')?.tone === 'bad'}
                  ms={keepAlive.everyMs}
                  onMsChange={(everyMs) => onChange({ ...keepAlive, everyMs })}
                />
              )}
            </FormField>
          </div>
        )}
      </div>
      {keepAlive.kind === 'message' && (
        <FormField label="Text to send" note={noteOn('keepAliveText')}>
          {(control) => (
            <TextField
              {...control}
              isInvalid={noteOn('keepAliveText')?.tone === 'bad'}
              className="font-mono"
              placeholder={'for example {"type":"ping"}'}
              value={keepAlive.text}
              onValueChange={(text) => onChange({ ...keepAlive, text })}
            />
          )}
        </FormField>
      )}
      {keepAlive.kind !== 'off' && (
        <p className="text-2xs text-ink-soft">
          Goes out at these intervals while the connection is open, whatever else is sent meanwhile.
        </p>
      )}
      {advice !== null && <Advice advice={advice} keepAlive={keepAlive} onChange={onChange} />}
    </div>
  );
}

interface AdviceProps extends Pick<KeepAliveFieldsProps, 'keepAlive' | 'onChange'> {
  readonly advice: KeepAliveAdvice;
}

/** What the gateway does with an idle connection, and a button that sets what helps, unless that is set. */
function Advice({ advice: { text, remedy }, keepAlive, onChange }: AdviceProps) {
  const isHelped = keepAlive.kind !== 'off' && remedy !== null && keepAlive.everyMs <= remedy.everyMs;
  return (
    <div className="flex items-start justify-between gap-2">
      <p className="text-2xs text-ink-soft">{text}</p>
      {remedy !== null && !isHelped && (
        <Button
          size="small"
          onClick={() => {
            const kind = keepAlive.kind === 'off' ? remedy.kind : keepAlive.kind;
            onChange({ ...keepAliveOf(kind, keepAlive), everyMs: remedy.everyMs });
          }}
        >
          Set every {formatDuration(remedy.everyMs)}
        </Button>
      )}
    </div>
  );
}

/** The interval stays when another kind is chosen. */
function keepAliveOf<Kind extends KeepAlive['kind']>(
  kind: Kind,
  before: KeepAlive,
): Extract<KeepAlive, { kind: Kind }>;
function keepAliveOf(kind: KeepAlive['kind'], before: KeepAlive): KeepAlive {
  if (kind === 'off') return { kind };
  const everyMs = before.kind === 'off' ? DEFAULT_KEEP_ALIVE_MS : before.everyMs;
  if (kind === 'ping') return { kind, everyMs };
  return { kind, everyMs, text: before.kind === 'message' ? before.text : DEFAULT_KEEP_ALIVE_TEXT };
}
