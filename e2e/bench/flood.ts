/** What a firehose sends: numbered messages, the same ones each time, so that whoever reads them can tell what is amiss. */
export interface Flood {
  readonly kind: FloodKind;
  readonly count: number;
}

/** `json`: text messages of 200 bytes. `mixed`: text and binary in turn, of 32 bytes to 1 MB. */
export type FloodKind = (typeof FLOOD_KINDS)[number];
export const FLOOD_KINDS = ['json', 'mixed'] as const;

export interface FloodMessage {
  readonly isText: boolean;
  readonly payload: Buffer;
}

const JSON_BYTES = 200;
const MIN_MIXED_BYTES = 32;
const MAX_MIXED_BYTES = 1024 * 1024;

/** Digits of a message's number: room for a thousand million. */
const NUMBER_DIGITS = 9;
const TEXT_HEAD = '{"n":"';
const TEXT_TAIL = '"}';

/** Something to read, which no number's digits are part of. */
const FILLER = Buffer.from('abcdefghijklmnopqrstuvwxyz '.repeat(MAX_MIXED_BYTES / 26));

export function floodMessage({ kind }: Flood, number: number): FloodMessage {
  switch (kind) {
    case 'json':
      return { isText: true, payload: textPayload(number, JSON_BYTES) };
    case 'mixed': {
      const isText = number % 2 === 0;
      const byteLength = mixedLength(number);
      const payload = isText ? textPayload(number, byteLength) : binaryPayload(number, byteLength);
      return { isText, payload };
    }
    default:
      throw new TypeError(`There is no flood ${String(kind satisfies never)}.`);
  }
}

/** The number that a payload carries, or `null` when it is none of a flood's. */
export function numberOf(payload: Buffer, isText: boolean): number | null {
  if (!isText) return payload.byteLength < MIN_MIXED_BYTES ? null : payload.readUInt32BE();
  const digits = payload.toString('latin1', TEXT_HEAD.length, TEXT_HEAD.length + NUMBER_DIGITS);
  return /^\d+$/.test(digits) ? Number(digits) : null;
}

export function floodBytes(flood: Flood): number {
  if (flood.kind === 'json') return flood.count * JSON_BYTES;
  let bytes = 0;
  for (let number = 0; number < flood.count; number += 1) bytes += mixedLength(number);
  return bytes;
}

/** The part of a text message that no other message of its flood has. */
export function textMarker(number: number): string {
  return TEXT_HEAD + String(number).padStart(NUMBER_DIGITS, '0');
}

function textPayload(number: number, byteLength: number): Buffer {
  const payload = Buffer.allocUnsafe(byteLength);
  const head = payload.write(`${textMarker(number)}","t":"`, 'latin1');
  FILLER.copy(payload, head, 0, byteLength - head - TEXT_TAIL.length);
  payload.write(TEXT_TAIL, byteLength - TEXT_TAIL.length, 'latin1');
  return payload;
}

function binaryPayload(number: number, byteLength: number): Buffer {
  const payload = Buffer.alloc(byteLength, number % 251);
  payload.writeUInt32BE(number);
  return payload;
}

/** As many of each order of magnitude, in an order that looks like none. */
function mixedLength(number: number): number {
  const scattered = (number * 0.618_033_988_749_895) % 1;
  return Math.round(MIN_MIXED_BYTES * (MAX_MIXED_BYTES / MIN_MIXED_BYTES) ** scattered);
}
