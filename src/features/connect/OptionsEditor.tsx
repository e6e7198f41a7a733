import { withExpectations } from '#domain/expectation/withExpectations.ts';
import type { Gateway } from '#domain/gateway/gateway.ts';
import type { FieldValue, Profile, ProfileOptions, Secrets } from '#domain/profile/profile.ts';
import type { OptionName, ProfileProblem } from '#domain/profile/profileProblem.ts';
import type { FieldNoteText } from '#ui/FieldNote.tsx';
import { FormField } from '#ui/FormField.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { TextField } from '#ui/TextField.tsx';
import { newId } from '../stores/newId.ts';
import { useProfiles } from '../stores/useStores.ts';
import { ExpectationsEditor } from './ExpectationsEditor.tsx';
import { KeepAliveFields } from './KeepAliveFields.tsx';
import { LimitFields } from './LimitFields.tsx';
import { OptionCheckbox } from './OptionCheckbox.tsx';
import { ProxyField } from './ProxyField.tsx';
import { ReconnectFields } from './ReconnectFields.tsx';

export interface OptionsEditorProps {
  readonly profile: Profile;
  readonly gateway: Gateway;
  readonly secrets: Secrets;
  readonly problems: readonly ProfileProblem[];
  readonly warnings: readonly ProfileProblem[];
  readonly onProfileChange: (change: (profile: Profile) => Profile) => void;
  readonly onSecretChange: (secretId: string, value: string) => void;
}

const LOCKED = 'Locked: unlock your secrets first';

/** What only the companion can do (Origin, compression, TLS, time limits, proxy), and what becomes of an open connection. */
export function OptionsEditor({
  profile,
  gateway,
  secrets,
  problems,
  warnings,
  onProfileChange,
  onSecretChange,
}: OptionsEditorProps) {
  const { options } = profile;
  const { tls } = options;
  const lockedSecrets = useProfiles((state) => state.lockedSecrets);
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

  const isLocked = (value: FieldValue) =>
    value.kind === 'secret' && value.secretId in lockedSecrets && !(value.secretId in secrets);

  /** Each problem at the field that it is about; what cannot be sent at all comes before what is only left out. */
  const noteOn = (option: OptionName): FieldNoteText | null => {
    const isOnOption = ({ fieldId }: ProfileProblem) => fieldId === option;
    const problem = problems.find(isOnOption);
    if (problem !== undefined) return { tone: 'bad', text: problem.message };
    const warning = warnings.find(isOnOption);
    return warning === undefined ? null : { tone: 'warn', text: warning.message };
  };
  const isInvalid = (option: OptionName) => noteOn(option)?.tone === 'bad';

  return (
    <div className="flex flex-col gap-3 text-xs">
      <div className="grid gap-x-6 gap-y-3 @xl:grid-cols-2">
        <KeepAliveFields
          keepAlive={profile.keepAlive}
          gateway={gateway}
          noteOn={noteOn}
          onChange={(keepAlive) => onProfileChange((one) => ({ ...one, keepAlive }))}
        />
        <ReconnectFields
          policy={profile.reconnect}
          noteOn={noteOn}
          onChange={(reconnect) => onProfileChange((one) => ({ ...one, reconnect }))}
        />
        <ExpectationsEditor
          expectations={profile.expectations ?? []}
          messages={profile.messages}
          onChange={(changeThem) =>
            onProfileChange((one) => withExpectations(one, changeThem(one.expectations ?? [])))
          }
        />
        <div className="flex flex-col gap-2">
          <OptionCheckbox
            note={noteOn('verifiesCertificate')}
            isChecked={tls.verifiesCertificate}
            onCheckedChange={(verifiesCertificate) => changeTls({ verifiesCertificate })}
            label="Verify the server’s certificate"
          />
          <OptionCheckbox
            note={noteOn('offersCompression')}
            isChecked={options.offersCompression}
            onCheckedChange={(offersCompression) => change({ offersCompression })}
            label="Offer permessage-deflate"
          />
          <FormField label="Origin" note={noteOn('origin')}>
            {(control) => (
              <TextField
                {...control}
                isInvalid={isInvalid('origin')}
                className="font-mono"
                placeholder="none; for example https://app.example.com"
                value={profile.origin}
                onValueChange={(origin) => onProfileChange((one) => ({ ...one, origin }))}
              />
            )}
          </FormField>
          <FormField label="Server name" note={noteOn('serverName')}>
            {(control) => (
              <TextField
                {...control}
                isInvalid={isInvalid('serverName')}
                className="font-mono"
                placeholder="the URL’s host"
                value={tls.serverName}
                onValueChange={(serverName) => changeTls({ serverName })}
              />
            )}
          </FormField>
          <ProxyField
            proxy={options.proxy}
            note={noteOn('proxy')}
            read={read}
            isLocked={isLocked}
            writeSecret={writeSecret}
            onChange={(proxy) => change({ proxy })}
          />
          <LimitFields limits={options.limits} noteOn={noteOn} onChange={(limits) => change({ limits })} />
        </div>
        <div className="flex flex-col gap-2">
          <FormField label="Certificate authority to trust (PEM)" note={noteOn('caPem')}>
            {(control) => (
              <TextArea
                {...control}
                isInvalid={isInvalid('caPem')}
                rows={2}
                placeholder="-----BEGIN CERTIFICATE-----"
                value={tls.caPem}
                onValueChange={(caPem) => changeTls({ caPem })}
              />
            )}
          </FormField>
          <FormField label="Client certificate (PEM)" note={noteOn('clientCertificatePem')}>
            {(control) => (
              <TextArea
                {...control}
                isInvalid={isInvalid('clientCertificatePem')}
                rows={2}
                placeholder="-----BEGIN CERTIFICATE-----"
                value={tls.clientCertificatePem}
                onValueChange={(clientCertificatePem) => changeTls({ clientCertificatePem })}
              />
            )}
          </FormField>
          <FormField label="Client key (PEM)" note={noteOn('clientKeyPem')}>
            {(control) => (
              <TextArea
                {...control}
                isInvalid={isInvalid('clientKeyPem')}
                rows={2}
                isMasked={read(tls.clientKeyPem) !== ''}
                placeholder={isLocked(tls.clientKeyPem) ? LOCKED : '-----BEGIN PRIVATE KEY-----'}
                readOnly={isLocked(tls.clientKeyPem)}
                value={read(tls.clientKeyPem)}
                onValueChange={(text) => changeTls({ clientKeyPem: writeSecret(tls.clientKeyPem, text) })}
              />
            )}
          </FormField>
          <FormField label="Passphrase of the client key" note={noteOn('clientKeyPassphrase')}>
            {(control) => (
              <TextField
                {...control}
                isInvalid={isInvalid('clientKeyPassphrase')}
                isMasked={read(tls.clientKeyPassphrase) !== ''}
                placeholder={isLocked(tls.clientKeyPassphrase) ? LOCKED : 'none'}
                readOnly={isLocked(tls.clientKeyPassphrase)}
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
