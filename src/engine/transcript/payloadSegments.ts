/**
 * Payloads one behind another in large buffers. A buffer of this size is cheap to hold and to scan, and little of it
 * is empty when a next entry does not fit.
 */
const SEGMENT_BYTES = 4 * 1024 * 1024;

/**
 * Bytes that are only ever appended. A payload lies in one segment as a whole; one that is larger than a segment gets
 * one of its own. Where it went is told by `append` (the offset) and `lastSegment` (the segment): two numbers, so that
 * storing a message makes no object.
 */
export class PayloadSegments {
  readonly #segmentBytes: number;
  #segments: Uint8Array[] = [];
  #used = 0;

  constructor(segmentBytes: number = SEGMENT_BYTES) {
    this.#segmentBytes = segmentBytes;
  }

  get lastSegment(): number {
    return Math.max(0, this.#segments.length - 1);
  }

  /** Copies `payload` in and returns its offset within `lastSegment`. */
  append(payload: Uint8Array): number {
    const last = this.#segments.at(-1);
    if (last !== undefined && this.#used + payload.byteLength <= last.byteLength) {
      return this.#write(last, payload);
    }
    const segment = new Uint8Array(Math.max(this.#segmentBytes, payload.byteLength));
    this.#segments.push(segment);
    this.#used = 0;
    return this.#write(segment, payload);
  }

  /** A view, valid until `clear`. */
  read(segment: number, offset: number, length: number): Uint8Array {
    const bytes = this.#segments[segment];
    if (bytes === undefined) throw new RangeError(`There is no segment ${segment}.`);
    return bytes.subarray(offset, offset + length);
  }

  clear(): void {
    this.#segments = [];
    this.#used = 0;
  }

  #write(segment: Uint8Array, payload: Uint8Array): number {
    const offset = this.#used;
    segment.set(payload, offset);
    this.#used += payload.byteLength;
    return offset;
  }
}
