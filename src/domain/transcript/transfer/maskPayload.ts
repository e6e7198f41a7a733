import { encodeBase64 } from '../../format/base64.ts';
import { MASK } from '../../profile/maskUrlBy.ts';
import { allSpellings, sentSpellings } from '../../profile/secretSpellings.ts';

/** What is secret: values, wherever they stand, and the names of parameters and headers that have secret values. */
export interface KnownSecrets {
  readonly values: readonly string[];
  readonly names: readonly string[];
}

/** Shorter values are masked at their own places only: they would be found in every other word. */
const MIN_MASKED_BYTES = 4;

const MASK_BYTES = new TextEncoder().encode(MASK);

/** Masks the secrets in a payload; `null` when it has none, which is nearly always. */
export type PayloadMasker = (payload: Uint8Array) => Uint8Array | null;

/**
 * Servers send back what they were sent. So payloads are searched for the values themselves, byte for byte: plain,
 * percent-encoded, escaped as in JSON or HTML, as a part of base64 or base64url, and in hex. One pass over the payload, whatever
 * the number of forms: a table of the pairs of bytes that any of them begins with rules out nearly every place.
 */
export function createPayloadMasker(values: readonly string[]): PayloadMasker {
  const texts = [...new Set(values.flatMap(formsOf))].map((form) => new TextEncoder().encode(form));
  const forms = [...texts, ...values.flatMap(latin1Forms)]
    .filter((form) => form.byteLength >= MIN_MASKED_BYTES)
    .sort((one, other) => other.byteLength - one.byteLength);
  if (forms.length === 0) return () => null;
  const beginnings = new Map<number, Uint8Array[]>();
  const isBeginning = new Uint8Array(0x1_0000);
  for (const form of forms) {
    const pair = pairAt(form, 0);
    isBeginning[pair] = 1;
    beginnings.set(pair, [...(beginnings.get(pair) ?? []), form]);
  }

  function lengthAt(payload: Uint8Array, at: number): number {
    const pair = pairAt(payload, at);
    if (isBeginning[pair] === 0) return 0;
    return beginnings.get(pair)?.find((form) => isAt(payload, at, form))?.byteLength ?? 0;
  }

  return (payload) => {
    const parts: Uint8Array[] = [];
    let done = 0;
    for (let at = 0; at + MIN_MASKED_BYTES <= payload.byteLength; at += 1) {
      const length = lengthAt(payload, at);
      if (length === 0) continue;
      parts.push(payload.subarray(done, at), MASK_BYTES);
      done = at + length;
      at = done - 1;
    }
    return parts.length === 0 ? null : joined([...parts, payload.subarray(done)]);
  };
}

/** A value as it was sent, and in every encoding that it is usual to find it in. */
function formsOf(value: string): readonly string[] {
  if (value.length < MIN_MASKED_BYTES) return [];
  return [...allSpellings(value), ...sentSpellings(value).flatMap(hiddenForms)];
}

const LATIN_1 = /^[\0-\xff]*[\x80-\xff][\0-\xff]*$/;

/** As bytes of Latin-1, which headers are sent in, where these are others than those of UTF-8. */
function latin1Forms(value: string): readonly Uint8Array[] {
  if (value.length < MIN_MASKED_BYTES || !LATIN_1.test(value)) return [];
  return [Uint8Array.from(value, (character) => character.charCodeAt(0))];
}

function hiddenForms(spelling: string): readonly string[] {
  const bytes = new TextEncoder().encode(spelling);
  const base64 = base64Parts(bytes);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const base64Url = base64.map((part) => part.replaceAll('+', '-').replaceAll('/', '_'));
  return [...base64, ...base64Url, hex, hex.toUpperCase()];
}

/** How many characters of base64 depend on what stands before the value, by its place in a group of three bytes. */
const FOREIGN_CHARACTERS = [0, 2, 3] as const;

/** The characters of base64 that depend on the value alone, for each place in a group: `Basic` has a name before it. */
function base64Parts(bytes: Uint8Array): readonly string[] {
  return FOREIGN_CHARACTERS.map((foreign, offset) => {
    const shifted = new Uint8Array(offset + bytes.byteLength);
    shifted.set(bytes, offset);
    return encodeBase64(shifted).slice(foreign, Math.floor((shifted.byteLength * 8) / 6));
  });
}

function pairAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function isAt(payload: Uint8Array, at: number, form: Uint8Array): boolean {
  for (let index = 0; index < form.byteLength; index += 1) {
    if (payload[at + index] !== form[index]) return false;
  }
  return true;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  return bytes;
}
