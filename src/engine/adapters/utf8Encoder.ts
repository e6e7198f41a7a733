/** Longer texts get a buffer of their own, bytes: they are few, and each is worth it. */
const SCRATCH_BYTES = 64 * 1024;

/** A character of UTF-16 takes so many bytes of UTF-8 at most. */
const MAX_BYTES_PER_UNIT = 3;

/**
 * Encodes text for the one who copies it at once: the bytes of a short one stay only until the next. A new buffer for
 * each would cost more than all else that is done with a message.
 */
export function createUtf8Encoder(): (text: string) => Uint8Array {
  const encoder = new TextEncoder();
  const scratch = new Uint8Array(SCRATCH_BYTES);
  return (text) => {
    if (text.length * MAX_BYTES_PER_UNIT > SCRATCH_BYTES) return encoder.encode(text);
    return scratch.subarray(0, encoder.encodeInto(text, scratch).written);
  };
}
