import * as v from 'valibot';
import { isMembers } from '../../format/members.ts';
import type { Environment } from '../environment.ts';
import { secretPlacesOf } from '../mapSecretIds.ts';
import type { Profile, SecretId, Secrets } from '../profile.ts';

/** A secret that a profile needs, whoever has the profile: told by where it stands, for its id is each device's own. */
export interface PlacedSecret {
  /** For example `headers/x-api-key/1`, or `variables/staging/key/1`. */
  readonly key: string;
  /** What the person knows it by. */
  readonly label: string;
  readonly secretId: SecretId;
}

/** The secrets of a profile, and those of the variables of `environments`, which are those that it needs. */
export function placedSecrets(
  profile: Profile,
  environments: readonly Environment[],
): readonly PlacedSecret[] {
  const own = [...secretPlacesOf(profile)].flatMap(([key, secretId]) => {
    const label = labelOf(profile, key);
    return label === null ? [] : [{ key, label, secretId }];
  });
  return [...own, ...environments.flatMap(secretVariables)];
}

function labelOf({ headers }: Profile, key: string): string | null {
  const table = key.split('/')[0] ?? '';
  const name = key.slice(table.length + 1, key.lastIndexOf('/'));
  if (table === 'parameters') return name;
  // As the person has written it: its place has no case.
  if (table === 'headers') return headers.find((one) => one.name.toLowerCase() === name)?.name ?? name;
  return LABELS[key] ?? null;
}

/** When a token ends is kept with it, and is no secret: whoever gets the token asks the endpoint for the next. */
const LABELS: Readonly<Record<string, string | undefined>> = {
  'tokenSource/clientSecret': 'Client secret of the token',
  'tokenSource/parameters': 'Parameters of the token',
  clientKeyPem: 'Client key',
  clientKeyPassphrase: 'Passphrase of the client key',
  proxy: 'Proxy URL',
};

function secretVariables({ id, name: environment, variables }: Environment): readonly PlacedSecret[] {
  const counts = new Map<string, number>();
  return variables.flatMap(({ name, value }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (value.kind === 'text') return [];
    const label = `{{${name}}} of ${environment}`;
    return [{ key: `variables/${id}/${name}/${count}`, label, secretId: value.secretId }];
  });
}

/** The values by their places, as they stand in the sealed part of a link. */
export function formatLinkSecrets(placed: readonly PlacedSecret[], secrets: Secrets): string {
  return JSON.stringify(
    Object.fromEntries(placed.map(({ key, secretId }) => [key, secrets[secretId] ?? ''])),
  );
}

/** What somebody else has sealed; `null` where it is no such thing. */
export function parseLinkSecrets(text: string): ReadonlyMap<string, string> | null {
  try {
    const document: unknown = JSON.parse(text);
    return isMembers(document) ? new Map(Object.entries(v.parse(LinkSecretsSchema, document))) : null;
  } catch {
    // No JSON, or no texts by their places: what is wrong in it, nobody can mend who did not make it.
    return null;
  }
}

const LinkSecretsSchema = v.record(v.string(), v.string());
