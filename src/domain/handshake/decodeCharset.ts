/**
 * The text of a body, or `null` when it is none. A byte order mark decides, then the charset the header names, then
 * UTF-8. A body that was cut may end within a character: what there is of that is dropped.
 */
export function decodeCharset(bytes: Uint8Array, charset: string | null, isCut: boolean): string | null {
  const text = decode(bytes, charsetOfMark(bytes) ?? charset ?? 'utf-8', isCut);
  return text === null || text.includes('\0') ? null : text;
}

function charsetOfMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return null;
}

function decode(bytes: Uint8Array, charset: string, isCut: boolean): string | null {
  try {
    return decoderFor(charset).decode(bytes, { stream: isCut });
  } catch {
    // `fatal` throws on bytes that the charset does not have: not text.
    return null;
  }
}

function decoderFor(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    // A charset that nobody knows: its ASCII part, at least, is UTF-8 too.
    return new TextDecoder('utf-8', { fatal: true });
  }
}
