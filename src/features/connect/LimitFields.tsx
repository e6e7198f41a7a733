import { useId } from 'react';
import type { TimeLimits } from '#domain/connection/connectionRequest.ts';
import { FieldNote } from '#ui/FieldNote.tsx';
import type { FieldNoteText } from '#ui/FieldNote.tsx';
import { TextField } from '#ui/TextField.tsx';

export interface LimitFieldsProps {
  readonly limits: TimeLimits;
  readonly noteOn: (limit: keyof TimeLimits) => FieldNoteText | null;
  readonly onChange: (limits: TimeLimits) => void;
}

const LABELS: readonly { readonly key: keyof TimeLimits; readonly label: string }[] = [
  { key: 'dnsMs', label: 'DNS' },
  { key: 'tcpMs', label: 'TCP' },
  { key: 'tlsMs', label: 'TLS' },
  { key: 'answerMs', label: 'Answer' },
];

export function LimitFields({ limits, noteOn, onChange }: LimitFieldsProps) {
  const id = useId();
  const noteIdOf = (key: keyof TimeLimits) => `${id}${key}`;
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-ink-soft">Time limits, ms</legend>
      <div className="grid grid-cols-4 gap-2">
        {LABELS.map(({ key, label }) => (
          <label key={key} className="flex flex-col gap-0.5 text-2xs text-ink-soft">
            {label}
            <TextField
              inputMode="numeric"
              className="tabular-nums"
              aria-describedby={noteOn(key) === null ? undefined : noteIdOf(key)}
              isInvalid={noteOn(key)?.tone === 'bad'}
              value={String(limits[key])}
              onValueChange={(text) => onChange({ ...limits, [key]: Number(text.replaceAll(/\D/g, '')) })}
            />
          </label>
        ))}
      </div>
      {LABELS.map(({ key }) => (
        <FieldNote key={key} id={noteIdOf(key)} note={noteOn(key)} />
      ))}
    </fieldset>
  );
}
