import { createHmac } from 'node:crypto';

/** What every key, token and password of the local gateways is made of. */
export interface SecretSource {
  /** Lower-case hexadecimal digits. */
  hex(purpose: string, length: number): string;
  /** Letters and digits. */
  alphanumeric(purpose: string, length: number): string;
  bytes(purpose: string): Buffer;
}

/**
 * Secrets made from a seed that the caller keeps in the user's own folder: the same over restarts, so that a profile saved
 * today works tomorrow, different on every machine, and nowhere in the repository.
 */
export function deriveSecretsFrom(seed: string): SecretSource {
  const bytes = (purpose: string) =>
    createHmac('sha256', seed).update(`postern local gateway: ${purpose}`).digest();
  return {
    bytes,
    hex: (purpose, length) => stretch(bytes, purpose, length, (part) => part.toString('hex')),
    alphanumeric: (purpose, length) =>
      stretch(bytes, purpose, length, (part) => part.toString('base64').replaceAll(/[^A-Za-z0-9]/g, '')),
  };
}

/** Joins as many derived parts as the length takes. */
function stretch(
  bytes: (purpose: string) => Buffer,
  purpose: string,
  length: number,
  toText: (part: Buffer) => string,
): string {
  let text = '';
  for (let part = 0; text.length < length; part += 1) text += toText(bytes(`${purpose} ${part}`));
  return text.slice(0, length);
}
