import { decodeBase64 } from '../format/base64.ts';
import { readFields } from './protobufWire.ts';
import { walkCbor } from './walkCbor.ts';
import { walkMsgpack } from './walkMsgpack.ts';
import type { PayloadFormat } from './payloadFormat.ts';
import { MAX_WALKED_VALUES } from './walked.ts';
import type { Walked } from './walked.ts';

/** What bytes seem to be, and how that is known. */
export interface DetectedFormat {
  readonly format: PayloadFormat;
  /**
   * `marked`: they begin with the mark of the format. `whole`: all of them read as that. `beginning`: so does as much of
   * them as was looked at.
   */
  readonly evidence: 'marked' | 'whole' | 'beginning';
}

/** Bytes at the start that tell a format; `null` stands for any. */
const MARKS: readonly { readonly format: PayloadFormat; readonly bytes: readonly (number | null)[] }[] = [
  // PNG, ISO/IEC 15948 section 5.2.
  { format: 'image', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  // JPEG: start of image, and the next marker.
  { format: 'image', bytes: [0xff, 0xd8, 0xff] },
  // `GIF87a` and `GIF89a`.
  { format: 'image', bytes: [0x47, 0x49, 0x46, 0x38, 0x37, 0x61] },
  { format: 'image', bytes: [0x47, 0x49, 0x46, 0x38, 0x39, 0x61] },
  // `RIFF`, a length, `WEBP`.
  { format: 'image', bytes: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50] },
  // RFC 1952 section 2.3.1, method 8 being the only one there is.
  { format: 'gzip', bytes: [0x1f, 0x8b, 0x08] },
  // RFC 8949 section 3.4.6: the tag 55799.
  { format: 'cbor', bytes: [0xd9, 0xd9, 0xf7] },
];

/** What the bytes of a binary message seem to be; `null` when nothing is known. */
export function detectFormat(bytes: Uint8Array): DetectedFormat | null {
  const marked = markOf(bytes);
  if (marked !== null) return { format: marked, evidence: 'marked' };
  const walks: readonly (readonly [PayloadFormat, (bytes: Uint8Array) => Walked])[] = [
    ['msgpack', walkMsgpack],
    ['cbor', walkCbor],
    ['protobuf', walkProtobuf],
  ];
  for (const [format, walk] of walks) {
    const evidence = walk(bytes);
    if (evidence !== null) return { format, evidence };
  }
  return null;
}

/** Text in base64 digits whose bytes have a mark; without one, any word could be base64. */
export function detectBase64(text: string): DetectedFormat | null {
  if (!/^[A-Za-z0-9+/_-]{8,}={0,2}\s*$/.test(text)) return null;
  const decoded = decodeBase64(text.slice(0, LONGEST_MARK_DIGITS));
  return decoded.ok && markOf(decoded.bytes) !== null ? { format: 'base64', evidence: 'marked' } : null;
}

/** Of a mark of 12 bytes. */
const LONGEST_MARK_DIGITS = 16;

function markOf(bytes: Uint8Array): PayloadFormat | null {
  const mark = MARKS.find((mark) =>
    mark.bytes.every((byte, index) => bytes.length > index && (byte === null || byte === bytes[index])),
  );
  return mark?.format ?? (isZlib(bytes) ? 'zlib' : null);
}

/** RFC 1950 section 2.2: method 8, a window of no more than 32 KB, no dictionary, and a check that divides by 31. */
function isZlib(bytes: Uint8Array): boolean {
  const [method, flags] = bytes;
  if (method === undefined || flags === undefined || bytes.length < MIN_ZLIB_BYTES) return false;
  return (
    (method & 0x0f) === 8 && method >> 4 <= 7 && (flags & 0x20) === 0 && (method * 256 + flags) % 31 === 0
  );
}

/** Header, an empty block, and the checksum. */
const MIN_ZLIB_BYTES = 8;

function walkProtobuf(bytes: Uint8Array): Walked {
  if (bytes.length < 2) return null;
  const { fields, rest } = readFields(bytes, MAX_WALKED_VALUES);
  if (fields.length === 0) return null;
  if (rest === bytes.length) return 'whole';
  return fields.length >= MAX_WALKED_VALUES ? 'beginning' : null;
}
