import type { FieldValue, ProfileOptions } from '#domain/profile/profile.ts';
import type { FieldNoteText } from '#ui/FieldNote.tsx';
import { FormField } from '#ui/FormField.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';

export interface ProxyFieldProps {
  readonly proxy: ProfileOptions['proxy'];
  readonly note: FieldNoteText | null;
  readonly read: (value: FieldValue) => string;
  readonly isLocked: (value: FieldValue) => boolean;
  readonly writeSecret: (value: FieldValue, text: string) => FieldValue;
  readonly onChange: (proxy: ProfileOptions['proxy']) => void;
}

const NO_TEXT: FieldValue = { kind: 'text', text: '' };

const CHOICES = [
  { value: 'environment', label: 'As the companion’s environment says' },
  { value: 'none', label: 'None' },
  { value: 'url', label: 'This one' },
] as const;

export function ProxyField({ proxy, note, read, isLocked, writeSecret, onChange }: ProxyFieldProps) {
  return (
    <FormField label="HTTP proxy" note={note}>
      {({ id, 'aria-describedby': describedBy }) => (
        <div className="flex flex-wrap gap-2">
          <Select
            id={id}
            aria-describedby={describedBy}
            className="flex-1"
            value={proxy.kind}
            options={CHOICES}
            onValueChange={(kind) => onChange(kind === 'url' ? { kind, url: NO_TEXT } : { kind })}
          />
          {proxy.kind === 'url' && (
            <TextField
              aria-label="Proxy URL"
              aria-describedby={describedBy}
              className="w-full font-mono"
              placeholder={
                isLocked(proxy.url) ? 'Locked: unlock your secrets first' : 'http://proxy.example.com:3128'
              }
              readOnly={isLocked(proxy.url)}
              isInvalid={note?.tone === 'bad'}
              isMasked={read(proxy.url).includes('@')}
              value={read(proxy.url)}
              onValueChange={(text) => onChange({ kind: 'url', url: writeSecret(proxy.url, text) })}
            />
          )}
        </div>
      )}
    </FormField>
  );
}
