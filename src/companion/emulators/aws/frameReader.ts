/** The head of one frame (RFC 6455 section 5.2). */
export interface FrameHead {
  readonly opcode: number;
  readonly payloadLength: number;
}

const LENGTH_IS_16_BITS = 126;
const LENGTH_IS_64_BITS = 127;
const MASKING_KEY_BYTES = 4;

/**
 * Watches a client's bytes and reports each frame's head as soon as it is complete. `ws` reports whole messages, but AWS
 * limits frames. Whether the bytes keep to the protocol is for `ws` to judge.
 */
export function createFrameReader(onFrame: (head: FrameHead) => void): (chunk: Uint8Array) => void {
  let head: number[] = [];
  let payloadLeft = 0;
  return (chunk) => {
    let offset = 0;
    while (offset < chunk.length) {
      const skipped = Math.min(payloadLeft, chunk.length - offset);
      payloadLeft -= skipped;
      offset += skipped;
      if (offset === chunk.length) return;

      head.push(chunk[offset] ?? 0);
      offset += 1;
      if (head.length < headLength(head)) continue;
      const payloadLength = payloadLengthOf(head);
      payloadLeft = payloadLength;
      onFrame({ opcode: (head[0] ?? 0) & 0x0f, payloadLength });
      head = [];
    }
  };
}

/** At least 2; exact from the second byte on. */
function headLength([, second = 0]: readonly number[]): number {
  const isMasked = (second & 0x80) !== 0;
  return 2 + extendedLengthBytes(second & 0x7f) + (isMasked ? MASKING_KEY_BYTES : 0);
}

function extendedLengthBytes(length: number): number {
  if (length === LENGTH_IS_16_BITS) return 2;
  return length === LENGTH_IS_64_BITS ? 8 : 0;
}

function payloadLengthOf(head: readonly number[]): number {
  const length = (head[1] ?? 0) & 0x7f;
  const extended = head.slice(2, 2 + extendedLengthBytes(length));
  return extended.length === 0 ? length : extended.reduce((value, byte) => value * 256 + byte, 0);
}
