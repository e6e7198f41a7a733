import type { Environment } from '../environment.ts';
import type { Secrets } from '../profile.ts';

/** A secret by what it is called. */
export interface LabelledSecret {
  readonly label: string;
  readonly value: string;
}

/** The secrets of environments, whichever is chosen: one that has been sent is in the log also when another is chosen now. */
export function environmentSecrets(
  environments: readonly Environment[],
  secrets: Secrets,
): readonly LabelledSecret[] {
  return environments.flatMap(({ variables }) =>
    variables.flatMap(({ name, value }) => {
      const text = value.kind === 'secret' ? (secrets[value.secretId] ?? '') : '';
      return text === '' ? [] : [{ label: name, value: text }];
    }),
  );
}
