/** So much is decoded at a time: the text of it all would take twice its bytes. */
const PIECE_BYTES = 1024 * 1024;

export function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let start = 0; start < bytes.length; start += PIECE_BYTES)
      decoder.decode(bytes.subarray(start, start + PIECE_BYTES), { stream: true });
    decoder.decode();
    return true;
  } catch {
    // What `fatal` is for.
    return false;
  }
}
