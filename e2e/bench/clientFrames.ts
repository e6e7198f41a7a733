/** A frame of a client: masked, and in these benchmarks always a whole message. */
export interface ClientFrame {
  readonly opcode: number;
  readonly payload: Buffer;
}

/** Takes what comes of a client's frames and gives those that are whole (RFC 6455 section 5.2). */
export function createClientFrameReader(): (chunk: Buffer) => readonly ClientFrame[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.byteLength === 0 ? chunk : Buffer.concat([rest, chunk]);
    const frames: ClientFrame[] = [];
    for (;;) {
      const frame = readFrame(rest);
      if (frame === null) return frames;
      frames.push(frame);
      rest = rest.subarray(frame.end);
    }
  };
}

function readFrame(bytes: Buffer): (ClientFrame & { readonly end: number }) | null {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return null;
  const short = second & 0x7f;
  if (short === 127) throw new RangeError('The benchmarks send no messages of 64 KiB and more.');
  const maskAt = short === 126 ? 4 : 2;
  if (bytes.byteLength < maskAt + 4) return null;
  const length = short === 126 ? bytes.readUInt16BE(2) : short;
  const start = maskAt + 4;
  const end = start + length;
  if (bytes.byteLength < end) return null;
  const payload = Buffer.from(bytes.subarray(start, end));
  for (let at = 0; at < length; at += 1) {
    payload[at] = (payload[at] ?? 0) ^ (bytes[maskAt + (at % 4)] ?? 0);
  }
  return { opcode: first & 0x0f, payload, end };
}
