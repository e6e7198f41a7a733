import { isUtf8 } from 'node:buffer';

/** FIN with opcode text, FIN with opcode binary, and no reserved bit (RFC 6455 section 5.2). */
const WHOLE_TEXT = 0x81;
const WHOLE_BINARY = 0x82;
/** A length of 126 stands for one of two bytes. */
const TWO_BYTE_LENGTH = 126;
const SHORT_HEADER_BYTES = 2;
const LONG_HEADER_BYTES = 4;

/**
 * Takes messages off `chunk` from `offset` on, which must be where a message may begin, for as long as each is a single
 * uncompressed frame that lies whole in the chunk. Those are nearly all of a flood, and so cost half of what the receiver takes.
 * It stops before anything else (fragments, control frames, whatever breaks a rule) and leaves that to the receiver.
 * Returns where it stopped.
 */
export function takeWholeMessages(
  chunk: Buffer,
  offset: number,
  take: (payload: Buffer, isText: boolean) => void,
): number {
  let at = offset;
  while (at + SHORT_HEADER_BYTES <= chunk.length) {
    const first = chunk[at];
    if (first !== WHOLE_TEXT && first !== WHOLE_BINARY) break;
    let start = at + SHORT_HEADER_BYTES;
    let length = chunk[at + 1] ?? 0;
    if (length === TWO_BYTE_LENGTH) {
      if (at + LONG_HEADER_BYTES > chunk.length) break;
      length = chunk.readUInt16BE(start);
      start = at + LONG_HEADER_BYTES;
    } else if (length > TWO_BYTE_LENGTH) {
      // Longer than a chunk, or masked, which a server may not.
      break;
    }
    const end = start + length;
    if (end > chunk.length) break;
    const payload = chunk.subarray(start, end);
    const isText = first === WHOLE_TEXT;
    if (isText && !isUtf8(payload)) break;
    take(payload, isText);
    at = end;
  }
  return at;
}
