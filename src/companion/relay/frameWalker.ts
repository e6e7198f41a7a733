/** How a data message travelled. */
export interface MessageShape {
  readonly frames: number;
  readonly isCompressed: boolean;
}

/** The longest header: two bytes, eight of length, four of mask (RFC 6455 section 5.2). */
const MAX_HEADER_BYTES = 14;

/**
 * Reads frame headers in passing, ahead of the receiver, to know what that does not tell: how many frames a message came
 * in, and whether it was compressed. It judges nothing: the receiver stops at the frame that breaks a rule.
 */
export class FrameWalker {
  readonly #header = Buffer.alloc(MAX_HEADER_BYTES);
  #headerBytes = 0;
  /** Payload still to pass over. */
  #payloadBytes = 0;
  #frames = 0;
  #isCompressed = false;
  #isWithinMessage = false;
  #finished: MessageShape[] = [];
  #taken = 0;

  /** True when the next byte begins a message, or a control frame outside of any. */
  get isBetweenMessages(): boolean {
    return this.#payloadBytes === 0 && this.#headerBytes === 0 && !this.#isWithinMessage;
  }

  walk(chunk: Buffer): void {
    for (let offset = 0; offset < chunk.length;) offset = this.walkFrame(chunk, offset);
  }

  /** Reads on from `offset` to the end of the frame there, or of the chunk, and returns which. */
  walkFrame(chunk: Buffer, offset: number): number {
    let at = offset;
    while (at < chunk.length) {
      if (this.#payloadBytes === 0) {
        this.#header[this.#headerBytes] = chunk[at] ?? 0;
        this.#headerBytes += 1;
        at += 1;
        if (this.#headerBytes < 2 || this.#headerBytes < headerLength(this.#header)) continue;
        this.#endHeader();
      }
      const passed = Math.min(this.#payloadBytes, chunk.length - at);
      this.#payloadBytes -= passed;
      at += passed;
      if (this.#payloadBytes === 0) break;
    }
    return at;
  }

  /** The shape of the next message that the receiver delivers. */
  take(): MessageShape {
    const shape = this.#finished[this.#taken] ?? { frames: 0, isCompressed: false };
    this.#taken += 1;
    if (this.#taken >= this.#finished.length) {
      this.#finished = [];
      this.#taken = 0;
    }
    return shape;
  }

  #endHeader(): void {
    const [first = 0] = this.#header;
    this.#payloadBytes = payloadLength(this.#header);
    this.#headerBytes = 0;
    const opcode = first & 0x0f;
    if (opcode >= 0x08) return;
    if (opcode !== 0x00) {
      this.#frames = 0;
      this.#isCompressed = (first & 0x40) !== 0;
    }
    this.#frames += 1;
    const isFinal = (first & 0x80) !== 0;
    this.#isWithinMessage = !isFinal;
    if (isFinal) this.#finished.push({ frames: this.#frames, isCompressed: this.#isCompressed });
  }
}

function headerLength(header: Buffer): number {
  const second = header[1] ?? 0;
  const maskBytes = second >= 0x80 ? 4 : 0;
  const short = second & 0x7f;
  if (short === 126) return 4 + maskBytes;
  return short === 127 ? 10 + maskBytes : 2 + maskBytes;
}

function payloadLength(header: Buffer): number {
  const short = (header[1] ?? 0) & 0x7f;
  if (short === 126) return header.readUInt16BE(2);
  if (short === 127) return header.readUInt32BE(2) * 2 ** 32 + header.readUInt32BE(6);
  return short;
}
