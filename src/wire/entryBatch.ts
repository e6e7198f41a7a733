/**
 * Packed entries: what binary messages of the relay hold. One record after another, little-endian, no padding:
 *
 * ```
 * offset 0  u8   kind, as in ENTRY_KIND
 *        1  u8   flags: bit 0 sent (else received), bit 1 more of the same entry follows, bit 2 compressed on the wire
 *        2  u16  frames the message came in (0 where not known, 65535 for that many or more)
 *        4  u32  length of this record's payload, bytes
 *        8  f64  time, milliseconds since the epoch
 *       16       payload
 * ```
 *
 * An entry whose payload is longer than a batch is cut into records that follow one another directly; all but the last
 * have bit 1 set.
 */
export const RECORD_HEADER_BYTES = 16;

/**
 * A batch is sent at this size at the latest, bytes: batches of 16 to 256 KB reach full speed (performance.md section 1),
 * and what one read of a socket brings (64 KB) fits with its record headers.
 */
export const MAX_BATCH_BYTES = 128 * 1024;

export const RECORD_FLAG = { sent: 1, hasMore: 2, compressed: 4 } as const;

export interface EntryRecord {
  readonly kind: number;
  readonly isSent: boolean;
  readonly hasMore: boolean;
  readonly isCompressed: boolean;
  readonly frames: number;
  readonly time: number;
  /** A view into the batch. */
  readonly payload: Uint8Array;
}

/** A batch that does not hold whole records. */
export class EntryBatchError extends Error {
  readonly code = 'entry-batch-malformed';
  override readonly name = 'EntryBatchError';
}

/** Writes one record at `offset`; the caller has made room for `RECORD_HEADER_BYTES + payload.byteLength`. Returns the offset behind it. */
export function writeRecord(target: Uint8Array, offset: number, record: EntryRecord): number {
  const view = new DataView(target.buffer, target.byteOffset, target.byteLength);
  return writePart(view, target, offset, record, record.payload, record.hasMore);
}

/**
 * As `writeRecord`, for whoever writes a million of them: `view` is over all of `target`, and the payload of `record` is
 * left aside for `payload`, the part of it that goes into this batch.
 */
export function writePart(
  view: DataView,
  target: Uint8Array,
  offset: number,
  record: Omit<EntryRecord, 'hasMore'>,
  payload: Uint8Array,
  hasMore: boolean,
): number {
  const flags =
    (record.isSent ? RECORD_FLAG.sent : 0) |
    (hasMore ? RECORD_FLAG.hasMore : 0) |
    (record.isCompressed ? RECORD_FLAG.compressed : 0);
  view.setUint8(offset, record.kind);
  view.setUint8(offset + 1, flags);
  view.setUint16(offset + 2, Math.min(record.frames, 0xffff), true);
  view.setUint32(offset + 4, payload.byteLength, true);
  view.setFloat64(offset + 8, record.time, true);
  target.set(payload, offset + RECORD_HEADER_BYTES);
  return offset + RECORD_HEADER_BYTES + payload.byteLength;
}

/**
 * Packs one entry into as many batches as it needs, each at most `MAX_BATCH_BYTES`. For sending one message; the
 * companion's packer fills batches with many.
 */
export function* encodeEntry(entry: Omit<EntryRecord, 'hasMore'>): Generator<Uint8Array<ArrayBuffer>> {
  const room = MAX_BATCH_BYTES - RECORD_HEADER_BYTES;
  let offset = 0;
  do {
    const payload = entry.payload.subarray(offset, offset + room);
    offset += payload.byteLength;
    const batch = new Uint8Array(RECORD_HEADER_BYTES + payload.byteLength);
    writeRecord(batch, 0, { ...entry, payload, hasMore: offset < entry.payload.byteLength });
    yield batch;
  } while (offset < entry.payload.byteLength);
}

/** Walks the records of a batch; payloads are views into it. Throws `EntryBatchError` on a cut record. */
export function* readRecords(batch: Uint8Array): Generator<EntryRecord> {
  const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
  let offset = 0;
  while (offset < batch.byteLength) {
    if (offset + RECORD_HEADER_BYTES > batch.byteLength) {
      throw new EntryBatchError(
        `The batch ends within a record header, at byte ${offset} of ${batch.byteLength}.`,
      );
    }
    const length = view.getUint32(offset + 4, true);
    const start = offset + RECORD_HEADER_BYTES;
    if (start + length > batch.byteLength) {
      throw new EntryBatchError(
        `The record at byte ${offset} says ${length} bytes of payload; the batch ends before.`,
      );
    }
    const flags = view.getUint8(offset + 1);
    yield {
      kind: view.getUint8(offset),
      isSent: (flags & RECORD_FLAG.sent) !== 0,
      hasMore: (flags & RECORD_FLAG.hasMore) !== 0,
      isCompressed: (flags & RECORD_FLAG.compressed) !== 0,
      frames: view.getUint16(offset + 2, true),
      time: view.getFloat64(offset + 8, true),
      payload: batch.subarray(start, start + length),
    };
    offset = start + length;
  }
}
