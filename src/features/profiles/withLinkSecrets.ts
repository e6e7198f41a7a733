import { placedSecrets } from '#domain/profile/file/linkSecrets.ts';
import type { ImportReading } from '#domain/profile/import/readImport.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import type { Secrets } from '#domain/profile/profile.ts';
import { variableNames } from '#domain/profile/variables/fillText.ts';

export type ReadImport = Extract<ImportReading, { readonly kind: 'import' }>;

/** An import with the values of secrets that came sealed beside it. */
export interface OpenedImport {
  readonly reading: ReadImport;
  /** Those of the environments' variables, by the ids that they have in the reading. */
  readonly environmentSecrets: Secrets;
  /** What came, by name. */
  readonly labels: readonly string[];
  /** The variables that the values would fill in from the person's own environments: nobody sees that in a masked value. */
  readonly variables: readonly string[];
}

/** Puts the values in their places: `values` are by the keys of `placedSecrets`. What has no place is left out. */
export function withLinkSecrets(reading: ReadImport, values: ReadonlyMap<string, string>): OpenedImport {
  const [first, ...others] = reading.profiles;
  if (first === undefined) return { reading, environmentSecrets: {}, labels: [], variables: [] };
  const placed = placedSecrets(newProfile('', 0, first.fields), reading.ownEnvironments);
  const brought = placed.flatMap(({ key, label, secretId }) => {
    const value = values.get(key);
    return value === undefined ? [] : [{ label, secretId, value, isVariable: key.startsWith('variables/') }];
  });
  const secretsOf = (isVariable: boolean): Secrets =>
    Object.fromEntries(
      brought.flatMap((one) => (one.isVariable === isVariable ? [[one.secretId, one.value]] : [])),
    );
  const labels = brought.map(({ label }) => label);
  const profile = {
    ...first,
    secrets: { ...first.secrets, ...secretsOf(false) },
    toFillIn: first.toFillIn.filter((what) => !labels.some((label) => what === `the secret ${label}`)),
  };
  return {
    reading: { ...reading, profiles: [profile, ...others] },
    environmentSecrets: secretsOf(true),
    labels,
    variables: [...new Set(brought.flatMap(({ value }) => variableNames(value)))].filter(
      (name) => !name.startsWith('$'),
    ),
  };
}
