import type { FieldValue, Secrets } from './profile.ts';

/** The value in the clear; a secret that this device does not hold is empty. */
export function readFieldValue(value: FieldValue, secrets: Secrets): string {
  return value.kind === 'text' ? value.text : (secrets[value.secretId] ?? '');
}
