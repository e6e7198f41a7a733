/** Odd constants of 32-bit hashes in the field (xxHash, MurmurHash): every bit of a word moves others. */
const FACTORS = { a: 0x9e37_79b1, b: 0x85eb_ca77, c: 0xc2b2_ae3d, d: 0x27d4_eb2f };

/** Bytes that do not begin at a whole word are copied in pieces of this size, to be read as words. */
const PIECE_BYTES = 64 * 1024;

const piece = new Int32Array(PIECE_BYTES / Int32Array.BYTES_PER_ELEMENT);
const pieceBytes = new Uint8Array(piece.buffer);

/**
 * A checksum against writes that were cut off, at some gigabytes a second, where a CRC in JavaScript would cost as much
 * as taking the messages in. It is no protection against people. `seed` is the checksum of what comes before.
 */
export function checksumOf(bytes: Uint8Array, seed: number): number {
  let checksum = seed;
  for (let offset = 0; offset < bytes.byteLength; offset += PIECE_BYTES) {
    const part = bytes.subarray(offset, offset + PIECE_BYTES);
    checksum = sumOfWords(wordsOf(part), checksum);
  }
  return checksum;
}

/** As words, little-endian as every machine that browsers run on; the last one is filled up with zeros. */
function wordsOf(part: Uint8Array): Int32Array {
  const count = Math.ceil(part.byteLength / Int32Array.BYTES_PER_ELEMENT);
  piece[count - 1] = 0;
  pieceBytes.set(part);
  return piece.subarray(0, count);
}

/** Four sums side by side: each waits for itself only, so the processor does them at once. */
function sumOfWords(words: Int32Array, seed: number): number {
  let a = seed ^ words.length;
  let b = FACTORS.b;
  let c = FACTORS.c;
  let d = FACTORS.d;
  const fours = words.length & ~3;
  for (let at = 0; at < fours; at += 4) {
    a = Math.imul(a ^ (words[at] ?? 0), FACTORS.a);
    b = Math.imul(b ^ (words[at + 1] ?? 0), FACTORS.b);
    c = Math.imul(c ^ (words[at + 2] ?? 0), FACTORS.c);
    d = Math.imul(d ^ (words[at + 3] ?? 0), FACTORS.d);
  }
  for (let at = fours; at < words.length; at += 1) a = Math.imul(a ^ (words[at] ?? 0), FACTORS.a);
  return mixed(mixed(mixed(mixed(0, a), b), c), d) >>> 0;
}

function mixed(sum: number, lane: number): number {
  const mixed = Math.imul(sum ^ lane, FACTORS.a);
  return mixed ^ (mixed >>> 15);
}
