import type { HeaderField } from '#domain/handshake/handshakeRecord.ts';
import type { Field, Profile, Secrets } from '#domain/profile/profile.ts';
import { fillPlaceholders } from './fillPlaceholders.ts';
import type { ProfileVariables } from './profileVariables.ts';
import type { Variables } from '../environment/variables.ts';

/** A profile, the secrets that it names, and every value that was filled in and has to stay hidden. */
export interface FilledProfile {
  readonly profile: Profile;
  readonly secrets: Secrets;
  readonly hidden: readonly string[];
}

/** And what its `{{variables}}` stand for. */
export interface ProfileToFill extends FilledProfile {
  readonly variables: ProfileVariables;
}

export interface FilledField {
  readonly field: Field;
  /** The value under the field's id when the field is a secret; else empty. */
  readonly secrets: Secrets;
  readonly hidden: readonly string[];
}

/** A row of parameters or headers; one with a placeholder is a secret. */
export function fillField(id: string, { name, value }: HeaderField, variables: Variables): FilledField {
  const { text, values } = fillPlaceholders(value, variables);
  if (values.length === 0) return textField(id, { name, value: text });
  return {
    field: { id, name, value: { kind: 'secret', secretId: id }, isEnabled: true },
    secrets: { [id]: text },
    hidden: values,
  };
}

/** A row whose value is what it says. */
export function textField(id: string, { name, value }: HeaderField): FilledField {
  const field: Field = { id, name, value: { kind: 'text', text: value }, isEnabled: true };
  return { field, secrets: {}, hidden: [] };
}

export function mergeSecrets(fields: readonly FilledField[]): Secrets {
  return Object.assign({}, ...fields.map(({ secrets }) => secrets)) as Secrets;
}
