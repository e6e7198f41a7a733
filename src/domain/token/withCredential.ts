import type { Field, Profile, SecretId, TokenPlace } from '../profile/profile.ts';

/** The profile with a row for a credential; its value belongs under `secretId`. */
export interface WithCredential {
  readonly profile: Profile;
  readonly secretId: SecretId;
}

/**
 * A row that is there already is used, and made a secret. A profile that has such a row stays the very same object: a
 * fresh token is no change to it.
 */
export function withCredential(profile: Profile, place: TokenPlace, newId: () => string): WithCredential {
  const rows = place.kind === 'header' ? profile.headers : profile.parameters;
  const own = findRow(rows, place);
  const secretId = own?.value.kind === 'secret' ? own.value.secretId : newId();
  if (own?.isEnabled === true && own.value.kind === 'secret') return { profile, secretId };
  const row: Field = {
    id: own?.id ?? newId(),
    name: own?.name ?? nameOf(place),
    value: { kind: 'secret', secretId },
    isEnabled: true,
  };
  const changed = own === undefined ? [...rows, row] : rows.map((each) => (each === own ? row : each));
  const part = place.kind === 'header' ? { headers: changed } : { parameters: changed };
  return { profile: { ...profile, ...part }, secretId };
}

/** The row where a token stands, one in use before one that is off. Header names have no case. */
export function findRow(rows: readonly Field[], place: TokenPlace): Field | undefined {
  const name = nameOf(place);
  const isSame = (row: Field) =>
    place.kind === 'header' ? row.name.toLowerCase() === name.toLowerCase() : row.name === name;
  const found = rows.filter(isSame);
  return found.find((row) => row.isEnabled) ?? found[0];
}

function nameOf(place: TokenPlace): string {
  return place.kind === 'header' ? 'Authorization' : place.name;
}
