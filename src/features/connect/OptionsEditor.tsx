import type { TimeLimits } from '#domain/connection/connectionRequest.ts';
import type { FieldValue, Profile, ProfileOptions, Secrets } from '#domain/profile/profile.ts';
import type { ProfileProblem } from '#domain/profile/profileProblem.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { FormField } from '#ui/FormField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Select } from '#ui/Select.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { TextField } from '#ui/TextField.tsx';
import { newId } from '../stores/newId.ts';

export interface OptionsEditorProps {
  readonly profile: Profile;
  readonly secrets: Secrets;
  readonly problems: readonly ProfileProblem[];
  readonly warnings: readonly ProfileProblem[];
  readonly onProfileChange: (change: (profile: Profile) => Profile) => void;
  readonly onSecretChange: (secretId: string, value: string) => void;
}

/** What only the companion can do: Origin, compression, TLS, time limits, proxy. */
export function OptionsEditor({
  profile,
  secrets,
  problems,
  warnings,
  onProfileChange,
  onSecretChange,
}: OptionsEditorProps) {
  const { options } = profile;
  const { tls } = options;
  const change = (changed: Partial<ProfileOptions>) =>
    onProfileChange((one) => ({ ...one, options: { ...one.options, ...changed } }));
  const changeTls = (changed: Partial<ProfileOptions['tls']>) => change({ tls: { ...tls, ...changed } });

  /** Writes a secret's value; a field that has been plain until now becomes one. */
  const writeSecret = (value: FieldValue, text: string): FieldValue => {
    const secretId = value.kind === 'secret' ? value.secretId : newId();
    onSecretChange(secretId, text);
    return { kind: 'secret', secretId };
  };
  const read = (value: FieldValue) =>
    value.kind === 'secret' ? (secrets[value.secretId] ?? '') : value.text;

  return (
    <div className="flex flex-col gap-3 text-xs">
      {[...problems, ...warnings].map((problem) => (
        <Notice key={problem.message} tone={problems.includes(problem) ? 'bad' : 'warn'}>
          {problem.message}
        </Notice>
      ))}
      <div className="grid gap-x-6 gap-y-3 @xl:grid-cols-2">
        <div className="flex flex-col gap-2">
          <Checkbox
            isChecked={tls.verifiesCertificate}
            onCheckedChange={(verifiesCertificate) => changeTls({ verifiesCertificate })}
            label="Verify the server’s certificate"
          />
          <Checkbox
            isChecked={options.offersCompression}
            onCheckedChange={(offersCompression) => change({ offersCompression })}
            label="Offer permessage-deflate"
          />
          <FormField label="Origin">
            {(id) => (
              <TextField
                id={id}
                className="font-mono"
                placeholder="none; for example https://app.example.com"
                value={profile.origin}
                onValueChange={(origin) => onProfileChange((one) => ({ ...one, origin }))}
              />
            )}
          </FormField>
          <FormField label="Server name">
            {(id) => (
              <TextField
                id={id}
                className="font-mono"
                placeholder="the URL’s host"
                value={tls.serverName}
                onValueChange={(serverName) => changeTls({ serverName })}
              />
            )}
          </FormField>
          <ProxyField options={options} read={read} change={change} writeSecret={writeSecret} />
          <LimitFields limits={options.limits} onChange={(changed) => change({ limits: changed })} />
        </div>
        <div className="flex flex-col gap-2">
          <FormField label="Certificate authority to trust (PEM)">
            {(id) => (
              <TextArea
                id={id}
                rows={2}
                placeholder="-----BEGIN CERTIFICATE-----"
                value={tls.caPem}
                onValueChange={(caPem) => changeTls({ caPem })}
              />
            )}
          </FormField>
          <FormField label="Client certificate (PEM)">
            {(id) => (
              <TextArea
                id={id}
                rows={2}
                placeholder="-----BEGIN CERTIFICATE-----"
                value={tls.clientCertificatePem}
                onValueChange={(clientCertificatePem) => changeTls({ clientCertificatePem })}
              />
            )}
          </FormField>
          <FormField label="Client key (PEM)">
            {(id) => (
              <TextArea
                id={id}
                rows={2}
                isMasked={read(tls.clientKeyPem) !== ''}
                placeholder="-----BEGIN PRIVATE KEY-----"
                value={read(tls.clientKeyPem)}
                onValueChange={(text) => changeTls({ clientKeyPem: writeSecret(tls.clientKeyPem, text) })}
              />
            )}
          </FormField>
          <FormField label="Passphrase of the client key">
            {(id) => (
              <TextField
                id={id}
                isMasked={read(tls.clientKeyPassphrase) !== ''}
                placeholder="none"
                value={read(tls.clientKeyPassphrase)}
                onValueChange={(text) =>
                  changeTls({ clientKeyPassphrase: writeSecret(tls.clientKeyPassphrase, text) })
                }
              />
            )}
          </FormField>
        </div>
      </div>
    </div>
  );
}

interface ProxyFieldProps {
  readonly options: ProfileOptions;
  readonly read: (value: FieldValue) => string;
  readonly change: (changed: Partial<ProfileOptions>) => void;
  readonly writeSecret: (value: FieldValue, text: string) => FieldValue;
}

const NO_TEXT: FieldValue = { kind: 'text', text: '' };

const PROXY_CHOICES = [
  { value: 'environment', label: 'As the companion’s environment says' },
  { value: 'none', label: 'None' },
  { value: 'url', label: 'This one' },
] as const;

function ProxyField({ options, read, change, writeSecret }: ProxyFieldProps) {
  const { proxy } = options;
  return (
    <FormField label="HTTP proxy">
      {(id) => (
        <div className="flex flex-wrap gap-2">
          <Select
            id={id}
            className="flex-1"
            value={proxy.kind}
            options={PROXY_CHOICES}
            onValueChange={(kind) => change({ proxy: kind === 'url' ? { kind, url: NO_TEXT } : { kind } })}
          />
          {proxy.kind === 'url' && (
            <TextField
              aria-label="Proxy URL"
              className="w-full font-mono"
              placeholder="http://proxy.example.com:3128"
              isMasked={read(proxy.url).includes('@')}
              value={read(proxy.url)}
              onValueChange={(text) => change({ proxy: { kind: 'url', url: writeSecret(proxy.url, text) } })}
            />
          )}
        </div>
      )}
    </FormField>
  );
}

const LIMIT_LABELS: readonly { readonly key: keyof TimeLimits; readonly label: string }[] = [
  { key: 'dnsMs', label: 'DNS' },
  { key: 'tcpMs', label: 'TCP' },
  { key: 'tlsMs', label: 'TLS' },
  { key: 'answerMs', label: 'Answer' },
];

function LimitFields({
  limits,
  onChange,
}: {
  readonly limits: TimeLimits;
  readonly onChange: (limits: TimeLimits) => void;
}) {
  return (
    <fieldset>
      <legend className="mb-1 text-ink-soft">Time limits, ms</legend>
      <div className="grid grid-cols-4 gap-2">
        {LIMIT_LABELS.map(({ key, label }) => (
          <label key={key} className="flex flex-col gap-0.5 text-2xs text-ink-soft">
            {label}
            <TextField
              inputMode="numeric"
              className="tabular-nums"
              value={String(limits[key])}
              onValueChange={(text) => onChange({ ...limits, [key]: Number(text.replaceAll(/\D/g, '')) })}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
