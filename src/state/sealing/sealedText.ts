import * as v from 'valibot';
import { encodeBase64Url } from '#domain/format/base64Url.ts';
import { decodeBase64 } from '#domain/format/base64.ts';
import { SealError } from './sealError.ts';

/**
 * A text sealed under a passphrase, with all that opens it but the passphrase: how the key is derived, and what AES-256-GCM
 * needs and gives. Written as `1.argon2id.MEMORY.PASSES.LANES.SALT.IV.CIPHERTEXT`, the last three in base64url, so that it
 * fits into an address as it is.
 */
export interface SealedText {
  readonly kdf: KeyDerivation;
  readonly iv: Bytes;
  readonly ciphertext: Bytes;
}

/** Argon2id (RFC 9106). */
export interface KeyDerivation {
  readonly name: 'argon2id';
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
  readonly salt: Bytes;
}

/** Bytes of the page's own, as WebCrypto wants them: no shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

const FORMAT_VERSION = '1';

/** Bytes of a fresh salt (RFC 9106 section 3.1 recommends 16). */
export const SALT_BYTES = 16;
/** Bytes of an initialisation vector: what AES-GCM is made for (NIST SP 800-38D section 5.2.1.1). */
export const IV_BYTES = 12;
/** Bytes of the tag at the end of what AES-GCM encrypts. */
const TAG_BYTES = 16;

/** What OWASP recommends at least for Argon2id; about a second in a browser's JavaScript. */
export const OWN_DERIVATION = { name: 'argon2id', memoryKiB: 19_456, passes: 2, lanes: 1 } as const;

/*
 * A sealed text may come from anybody, and says itself what it costs to open it. These bounds are some times what Postern
 * asks for, so that a later version can ask for more; beyond them nothing is derived.
 */
/** KiB that one derivation may fill: 128 MiB, which a small machine still has. */
const MAX_MEMORY_KIB = 128 * 1024;
const MAX_PASSES = 16;
const MAX_LANES = 4;
/** KiB filled over all passes: about ten seconds. */
const MAX_WORK_KIB = 10 * OWN_DERIVATION.memoryKiB * OWN_DERIVATION.passes;
/** Argon2 fills eight blocks of a KiB a lane at least (RFC 9106 section 3.1). */
const MIN_MEMORY_KIB_A_LANE = 8;
/** Bytes (RFC 9106 section 3.1): fewer than 8 are no salt, more than 64 are nobody's. */
const MIN_SALT_BYTES = 8;
const MAX_SALT_BYTES = 64;
/** Bytes of text that are sealed at once: certificates' keys and tokens of several profiles, and far below a link's end. */
export const MAX_SEALED_TEXT_BYTES = 256 * 1024;
/** Characters of the whole, whatever is in it: base64url takes four for three bytes. */
const MAX_LENGTH = 512 + (MAX_SEALED_TEXT_BYTES * 4) / 3;

/** What the ciphertext is bound to: whoever changes how the key is derived opens nothing. */
export function headerOf({ name, memoryKiB, passes, lanes, salt }: KeyDerivation): string {
  return [FORMAT_VERSION, name, memoryKiB, passes, lanes, encodeBase64Url(salt)].join('.');
}

export function writeSealedText({ kdf, iv, ciphertext }: SealedText): string {
  return [headerOf(kdf), encodeBase64Url(iv), encodeBase64Url(ciphertext)].join('.');
}

/** Reads what may come from anybody. Throws `SealError`. */
export function readSealedText(text: unknown): SealedText {
  if (typeof text !== 'string') throw new SealError('seal-damaged');
  if (text.length > MAX_LENGTH) throw new SealError('seal-too-large');
  const parts = text.split('.');
  const [version = '', name] = parts;
  if (/^\d+$/.test(version) && version !== FORMAT_VERSION) throw new SealError('seal-newer');
  const parsed = v.safeParse(PartsSchema, parts);
  if (!parsed.success) throw new SealError('seal-damaged');
  if (name !== 'argon2id') throw new SealError('seal-newer');
  const [, , memoryKiB, passes, lanes, salt, iv, ciphertext] = parsed.output;
  const isCostly =
    memoryKiB > MAX_MEMORY_KIB ||
    passes > MAX_PASSES ||
    lanes > MAX_LANES ||
    memoryKiB * passes > MAX_WORK_KIB;
  if (isCostly) throw new SealError('seal-too-costly');
  if (memoryKiB < MIN_MEMORY_KIB_A_LANE * lanes) throw new SealError('seal-damaged');
  return { kdf: { name, memoryKiB, passes, lanes, salt }, iv, ciphertext };
}

const CountSchema = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number));

function bytesSchema(least: number, most: number) {
  return v.pipe(
    v.string(),
    v.regex(/^[\w-]*$/),
    v.rawTransform(({ dataset, NEVER, addIssue }): Bytes => {
      const decoded = decodeBase64(dataset.value);
      if (decoded.ok && decoded.bytes.length >= least && decoded.bytes.length <= most) {
        return Uint8Array.from(decoded.bytes);
      }
      addIssue();
      return NEVER;
    }),
  );
}

const PartsSchema = v.strictTuple([
  v.literal(FORMAT_VERSION),
  v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/)),
  CountSchema,
  CountSchema,
  CountSchema,
  bytesSchema(MIN_SALT_BYTES, MAX_SALT_BYTES),
  bytesSchema(IV_BYTES, IV_BYTES),
  bytesSchema(TAG_BYTES, MAX_SEALED_TEXT_BYTES + TAG_BYTES),
]);
