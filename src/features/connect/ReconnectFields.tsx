import type { ReconnectPolicy } from '#domain/profile/profile.ts';
import type { OptionName } from '#domain/profile/profileProblem.ts';
import { DEFAULT_BACKOFF } from '#domain/reconnect/checkReconnect.ts';
import type { FieldNoteText } from '#ui/FieldNote.tsx';
import { FormField } from '#ui/FormField.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { SecondsField } from './SecondsField.tsx';

export interface ReconnectFieldsProps {
  readonly policy: ReconnectPolicy;
  readonly noteOn: (option: OptionName) => FieldNoteText | null;
  readonly onChange: (policy: ReconnectPolicy) => void;
}

const CHOICES = [
  { value: 'off', label: 'Off' },
  { value: 'backoff', label: 'With growing waits' },
] as const;

export function ReconnectFields({ policy, noteOn, onChange }: ReconnectFieldsProps) {
  const isInvalid = (option: OptionName) => noteOn(option)?.tone === 'bad';
  return (
    <div className="flex flex-col gap-2">
      <FormField label="Reconnect">
        {(control) => (
          <Select
            {...control}
            value={policy.kind}
            options={CHOICES}
            onValueChange={(kind) => onChange(kind === 'off' ? { kind } : DEFAULT_BACKOFF)}
          />
        )}
      </FormField>
      {policy.kind === 'backoff' && (
        <>
          <div className="grid grid-cols-3 items-start gap-2">
            <FormField label="Attempts" note={noteOn('reconnectAttempts')}>
              {(control) => (
                <TextField
                  {...control}
                  inputMode="numeric"
                  className="tabular-nums"
                  maxLength={MAX_DIGITS}
                  isInvalid={isInvalid('reconnectAttempts')}
                  value={String(policy.maxAttempts)}
                  onValueChange={(text) =>
                    onChange({ ...policy, maxAttempts: Number(text.replaceAll(/\D/g, '')) })
                  }
                />
              )}
            </FormField>
            <FormField label="First wait, s" note={noteOn('reconnectFirstDelay')}>
              {(control) => (
                <SecondsField
                  {...control}
                  isInvalid={isInvalid('reconnectFirstDelay')}
                  ms={policy.firstDelayMs}
                  onMsChange={(firstDelayMs) => onChange({ ...policy, firstDelayMs })}
                />
              )}
            </FormField>
            <FormField label="Longest wait, s" note={noteOn('reconnectMaxDelay')}>
              {(control) => (
                <SecondsField
                  {...control}
                  isInvalid={isInvalid('reconnectMaxDelay')}
                  ms={policy.maxDelayMs}
                  onMsChange={(maxDelayMs) => onChange({ ...policy, maxDelayMs })}
                />
              )}
            </FormField>
          </div>
          <p className="text-2xs text-ink-soft">
            When an open connection ends and you have not ended it, while this profile is shown. Each wait is
            twice the one before, less up to half of it by chance. A refusal such as 401 ends it.
          </p>
        </>
      )}
    </div>
  );
}

/** Of the number of attempts: more than it takes, few enough to count. */
const MAX_DIGITS = 6;
