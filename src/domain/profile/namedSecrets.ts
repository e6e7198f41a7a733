import type { FieldValue, Profile, SecretId } from './profile.ts';
import { isInUse } from './resolveProfile.ts';

/** A secret that a profile connects with, and what it is called where it has to be given by name. */
export interface NamedSecret {
  readonly secretId: SecretId;
  readonly label: string;
}

/** What the names of all variables begin with that Postern reads secrets from. */
export const SECRET_VARIABLE_PREFIX = 'POSTERN_';

export const CLIENT_KEY_PASSPHRASE = 'client-key-passphrase';
export const PROXY_URL = 'proxy-url';

export function namedSecrets({ parameters, headers, options }: Profile): readonly NamedSecret[] {
  const { tls, proxy } = options;
  const places: readonly (readonly [label: string, value: FieldValue])[] = [
    ...[...parameters, ...headers].filter(isInUse).map(({ name, value }) => [name, value] as const),
    ['client-key', tls.clientKeyPem],
    [CLIENT_KEY_PASSPHRASE, tls.clientKeyPassphrase],
    ...(proxy.kind === 'url' ? [[PROXY_URL, proxy.url] as const] : []),
  ];
  return places.flatMap(([label, value]) =>
    value.kind === 'secret' ? [{ secretId: value.secretId, label }] : [],
  );
}

/** The environment variable of a secret; with words before its label for one that is meant more closely. */
export function secretVariable(...labels: readonly string[]): string {
  return `${SECRET_VARIABLE_PREFIX}${labels.map(toVariable).join('_')}`;
}

/** The variables of a profile's secret, the one that names the profile first. */
export function secretVariablesOf(profileName: string, label: string): readonly string[] {
  return [secretVariable(profileName, label), secretVariable(label)];
}

/** `Ocp-Apim-Subscription-Key` is `OCP_APIM_SUBSCRIPTION_KEY`. */
function toVariable(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');
}
