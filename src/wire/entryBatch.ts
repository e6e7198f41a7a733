/**
 * Packed entries: what binary messages of the relay hold. The records of a batch stand in columns, as the transcript keeps
 * them: whoever stores a batch copies a column at a time instead of a record. Little-endian, no padding, `n` records:
 *
 * ```
 * offset 0        u32      n
 *        4        u32      length of all payloads, bytes
 *        8        f64 × n  times, milliseconds since the epoch
 *        8 +  8n  u32 × n  where each payload ends, bytes from the beginning of the first
 *        8 + 12n  u16 × n  frames the message came in (0 where not known, 65535 for that many or more)
 *        8 + 14n  u8 × n   kinds, as in ENTRY_KIND
 *        8 + 15n  u8 × n   flags: bit 0 sent (else received), bit 1 more of the same entry follows, bit 2 compressed on the wire
 *        8 + 16n  payloads, one behind another
 * ```
 *
 * An entry whose payload is longer than a batch is cut into records that follow one another directly; all but the last
 * have bit 1 set.
 */
export const BATCH_HEADER_BYTES = 8;

/** What a record takes beside its payload. */
export const RECORD_COLUMN_BYTES = 16;

/**
 * A batch is sent at this size at the latest, bytes: the largest of those that reach full speed (performance.md
 * section 1). Each costs the browser three processes' attention, so that half the size takes a quarter more of its time.
 */
export const MAX_BATCH_BYTES = 256 * 1024;

/** A longer payload is cut. */
export const MAX_RECORD_PAYLOAD_BYTES = MAX_BATCH_BYTES - BATCH_HEADER_BYTES - RECORD_COLUMN_BYTES;

export const RECORD_FLAG = { sent: 1, hasMore: 2, compressed: 4 } as const;

export interface EntryRecord {
  readonly kind: number;
  readonly isSent: boolean;
  readonly hasMore: boolean;
  readonly isCompressed: boolean;
  readonly frames: number;
  /** Milliseconds since the epoch, with fractions. */
  readonly time: number;
  /** A view into the batch. */
  readonly payload: Uint8Array;
}

/** The records of a batch, each array as long as there are records. */
export interface EntryBatch {
  readonly count: number;
  readonly times: Float64Array;
  readonly ends: Uint32Array;
  readonly frames: Uint16Array;
  readonly kinds: Uint8Array;
  readonly flags: Uint8Array;
  /** The payloads, one behind another. */
  readonly bytes: Uint8Array;
}

/** A batch that does not hold what it says. */
export class EntryBatchError extends Error {
  readonly code = 'entry-batch-malformed';
  override readonly name = 'EntryBatchError';
}

/** The batch as views of `bytes`, or of a copy where those begin at no multiple of eight. Throws `EntryBatchError`. */
export function readBatch(bytes: Uint8Array): EntryBatch {
  const { byteLength } = bytes;
  if (byteLength < BATCH_HEADER_BYTES) {
    throw new EntryBatchError(
      `A batch begins with ${BATCH_HEADER_BYTES} bytes; this one has ${byteLength} in all.`,
    );
  }
  const whole = bytes.byteOffset % Float64Array.BYTES_PER_ELEMENT === 0 ? bytes : new Uint8Array(bytes);
  const header = new DataView(whole.buffer, whole.byteOffset, BATCH_HEADER_BYTES);
  const count = header.getUint32(0, true);
  const payloadBytes = header.getUint32(4, true);
  const size = sizeOf(count, payloadBytes);
  if (size !== byteLength) {
    throw new EntryBatchError(
      `The batch says ${count} records with ${payloadBytes} bytes of payload, ${size} bytes in all; it has ${byteLength}.`,
    );
  }
  const batch = { ...columnsOf(whole, BATCH_HEADER_BYTES, count), count };
  checkEnds(batch.ends, payloadBytes);
  return batch;
}

/** The records of a batch in order; payloads are views into it. */
export function* recordsOf(batch: EntryBatch): Generator<EntryRecord> {
  let start = 0;
  for (let at = 0; at < batch.count; at += 1) {
    const flags = batch.flags[at] ?? 0;
    const end = batch.ends[at] ?? start;
    yield {
      kind: batch.kinds[at] ?? 0,
      isSent: (flags & RECORD_FLAG.sent) !== 0,
      hasMore: (flags & RECORD_FLAG.hasMore) !== 0,
      isCompressed: (flags & RECORD_FLAG.compressed) !== 0,
      frames: batch.frames[at] ?? 0,
      time: batch.times[at] ?? 0,
      payload: batch.bytes.subarray(start, end),
    };
    start = end;
  }
}

/**
 * Packs one entry into as many batches as it needs, each at most `MAX_BATCH_BYTES`. For sending one message; the
 * companion's packer fills batches with many.
 */
export function* encodeEntry(entry: Omit<EntryRecord, 'hasMore'>): Generator<Uint8Array<ArrayBuffer>> {
  let offset = 0;
  do {
    const payload = entry.payload.subarray(offset, offset + MAX_RECORD_PAYLOAD_BYTES);
    offset += payload.byteLength;
    yield encodeBatch([{ ...entry, payload, hasMore: offset < entry.payload.byteLength }]);
  } while (offset < entry.payload.byteLength);
}

/** A batch in a buffer of its own. */
export function encodeBatch(records: readonly EntryRecord[]): Uint8Array<ArrayBuffer> {
  const payloadBytes = records.reduce((sum, { payload }) => sum + payload.byteLength, 0);
  const bytes = new Uint8Array(sizeOf(records.length, payloadBytes));
  writeHeader(bytes, 0, records.length, payloadBytes);
  const columns = columnsOf(bytes, BATCH_HEADER_BYTES, records.length);
  let end = 0;
  for (const [at, record] of records.entries()) {
    columns.bytes.set(record.payload, end);
    end += record.payload.byteLength;
    writeColumns(columns, at, record, record.hasMore, end);
  }
  return bytes;
}

type Columns = Omit<EntryBatch, 'count' | 'bytes'>;

/** Writes what there is to say of record `at`, whose payload ends at `end`. */
export function writeColumns(
  { times, ends, frames, kinds, flags }: Columns,
  at: number,
  record: Omit<EntryRecord, 'payload' | 'hasMore'>,
  hasMore: boolean,
  end: number,
): void {
  times[at] = record.time;
  ends[at] = end;
  frames[at] = Math.min(record.frames, 0xffff);
  kinds[at] = record.kind;
  flags[at] =
    (record.isSent ? RECORD_FLAG.sent : 0) |
    (hasMore ? RECORD_FLAG.hasMore : 0) |
    (record.isCompressed ? RECORD_FLAG.compressed : 0);
}

export function writeHeader(target: Uint8Array, offset: number, count: number, payloadBytes: number): void {
  const view = new DataView(target.buffer, target.byteOffset + offset, BATCH_HEADER_BYTES);
  view.setUint32(0, count, true);
  view.setUint32(4, payloadBytes, true);
}

/**
 * Views of the columns of `count` records that begin at `offset`, and of what stands behind them. `bytes` and `offset`
 * begin at a multiple of eight. Every machine that has a browser is little-endian, as the format is.
 */
export function columnsOf(bytes: Uint8Array, offset: number, count: number): Omit<EntryBatch, 'count'> {
  const { buffer, byteLength } = bytes;
  const from = bytes.byteOffset + offset;
  return {
    times: new Float64Array(buffer, from, count),
    ends: new Uint32Array(buffer, from + 8 * count, count),
    frames: new Uint16Array(buffer, from + 12 * count, count),
    kinds: new Uint8Array(buffer, from + 14 * count, count),
    flags: new Uint8Array(buffer, from + 15 * count, count),
    bytes: new Uint8Array(
      buffer,
      from + RECORD_COLUMN_BYTES * count,
      byteLength - offset - RECORD_COLUMN_BYTES * count,
    ),
  };
}

export function sizeOf(count: number, payloadBytes: number): number {
  return BATCH_HEADER_BYTES + RECORD_COLUMN_BYTES * count + payloadBytes;
}

function checkEnds(ends: Uint32Array, payloadBytes: number): void {
  let end = 0;
  for (const [at, next] of ends.entries()) {
    if (next < end) throw new EntryBatchError(`Record ${at} of the batch ends before it begins.`);
    end = next;
  }
  if (end !== payloadBytes) {
    throw new EntryBatchError(
      `The last record of the batch ends at byte ${end} of ${payloadBytes} of payload.`,
    );
  }
}
