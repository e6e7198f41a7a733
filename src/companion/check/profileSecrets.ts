import type { FieldValue, Profile, SecretId, Secrets } from '#domain/profile/profile.ts';
import { isInUse } from '#domain/profile/resolveProfile.ts';
import { CallProblem } from './callProblem.ts';
import type { Variables } from './variables.ts';

/**
 * The secrets that a profile needs, from `POSTERN_…` variables. Other variables are out of reach of a profile: it may
 * come from somebody else, and would choose which of this machine's secrets goes where.
 */
export function readProfileSecrets(profile: Profile, variables: Variables): Secrets {
  return Object.fromEntries(
    namedSecrets(profile).map(({ secretId, label }) => {
      const names = variableNames(profile.name, label);
      const value = names.map((name) => variables.get(name)).find((found) => found !== undefined);
      if (value === undefined) {
        throw new CallProblem(
          `The profile “${profile.name}” needs its secret ${label}: set the variable ${names.at(-1)}, or write it into an --env-file.`,
        );
      }
      return [secretId, value];
    }),
  );
}

interface NamedSecret {
  readonly secretId: SecretId;
  readonly label: string;
}

function namedSecrets({ parameters, headers, options }: Profile): readonly NamedSecret[] {
  const { tls, proxy } = options;
  const places: readonly (readonly [label: string, value: FieldValue])[] = [
    ...[...parameters, ...headers].filter(isInUse).map(({ name, value }) => [name, value] as const),
    ['client-key', tls.clientKeyPem],
    ['client-key-passphrase', tls.clientKeyPassphrase],
    ...(proxy.kind === 'url' ? [['proxy-url', proxy.url] as const] : []),
  ];
  return places.flatMap(([label, value]) =>
    value.kind === 'secret' ? [{ secretId: value.secretId, label }] : [],
  );
}

/** The variables of a secret, the one that names the profile first. */
function variableNames(profileName: string, label: string): readonly string[] {
  return [`POSTERN_${toVariable(profileName)}_${toVariable(label)}`, `POSTERN_${toVariable(label)}`];
}

/** `Ocp-Apim-Subscription-Key` is `OCP_APIM_SUBSCRIPTION_KEY`. */
function toVariable(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');
}
