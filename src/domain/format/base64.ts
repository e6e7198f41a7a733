import { failAtCharacter, type DecodedBytes } from './decodedBytes.ts';

const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const PADDING = '='.charCodeAt(0);

const CODE_OF_SEXTET = Uint8Array.from(STANDARD, (character) => character.charCodeAt(0));

const NOT_A_DIGIT = 0xff;

/** Sextet of each ASCII code; reads both alphabets of RFC 4648, the standard one and the URL-safe one. */
const SEXTET_OF_CODE = new Uint8Array(128).fill(NOT_A_DIGIT);
CODE_OF_SEXTET.forEach((code, sextet) => {
  SEXTET_OF_CODE[code] = sextet;
});
SEXTET_OF_CODE['-'.charCodeAt(0)] = 62;
SEXTET_OF_CODE['_'.charCodeAt(0)] = 63;

/** Encodes with the standard alphabet and padding. */
export function encodeBase64(bytes: Uint8Array): string {
  return new TextDecoder().decode(encodeBase64Bytes(bytes));
}

/** The digits as bytes, for what is too long for a string. */
export function encodeBase64Bytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING);
  let target = 0;
  for (let source = 0; source < bytes.length; source += 3) {
    const left = Math.min(3, bytes.length - source);
    const group =
      (byteAt(bytes, source) << 16) | (byteAt(bytes, source + 1) << 8) | byteAt(bytes, source + 2);
    // 1, 2 or 3 bytes make 2, 3 or 4 digits; the padding is there already.
    for (let digit = 0; digit <= left; digit += 1) {
      codes[target + digit] = byteAt(CODE_OF_SEXTET, (group >> (18 - 6 * digit)) & 0x3f);
    }
    target += 4;
  }
  return codes;
}

/** Decodes either alphabet, padded or not. White space is skipped: base64 is pasted with line breaks in it. */
export function decodeBase64(text: string): DecodedBytes {
  const bytes = new Uint8Array(Math.ceil(text.length / 4) * 3);
  let length = 0;
  let digits = 0;
  let padding = 0;
  let bits = 0;
  let bitCount = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isSpace(code)) continue;
    if (code === PADDING) {
      padding += 1;
      continue;
    }
    const sextet = SEXTET_OF_CODE[code] ?? NOT_A_DIGIT;
    if (sextet === NOT_A_DIGIT) return failAtCharacter(text, index, 'is no base64 digit');
    if (padding > 0) return failAtCharacter(text, index, 'stands behind the “=” that ends base64');
    digits += 1;
    bits = (bits << 6) | sextet;
    bitCount += 6;
    if (bitCount >= 8) {
      bitCount -= 8;
      bytes[length] = (bits >> bitCount) & 0xff;
      length += 1;
    }
  }
  const problem = checkLength(digits, padding);
  return problem === null ? { ok: true, bytes: bytes.slice(0, length) } : { ok: false, message: problem };
}

function checkLength(digits: number, padding: number): string | null {
  if (digits % 4 === 1) {
    return 'The base64 text is cut: its last digit stands alone, and one digit is less than a byte.';
  }
  if (padding > 0 && (padding > 2 || (digits + padding) % 4 !== 0)) {
    return `The base64 text ends in ${padding} × “=”, which does not fit its ${digits} digits.`;
  }
  return null;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}
