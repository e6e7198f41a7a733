import type { PastSegment } from '../transcript/segmentSlot.ts';
import { BLOCK_HEAD_BYTES, blockBytes, isWhole, readBlockHead } from './block.ts';
import type { BlockHead } from './block.ts';
import { SegmentBlocks, isEntryFile } from './logFiles.ts';
import type { LogFile, LogFolder } from './logStorage.ts';

/** What a log holds, as far as it can be read. */
export interface ScannedLog {
  readonly firstSequence: number;
  readonly segments: readonly PastSegment[];
}

interface FoundSegment extends PastSegment {
  readonly stored: SegmentBlocks;
  count: number;
  payloadBytes: number;
  sent: number;
  received: number;
}

/**
 * Finds the segments of a log by the heads of its blocks. A block that was cut off when the tab crashed ends it: whatever
 * stands before is whole, and whatever it held is lost.
 */
export async function scanLog(folder: LogFolder): Promise<ScannedLog> {
  const names = (await folder.list()).filter(isEntryFile);
  const files = await Promise.all(names.map(async (name) => ({ name, file: await folder.openFile(name) })));
  const segments: FoundSegment[] = [];
  let firstSequence: number | null = null;
  let nextSequence = 0;
  for (const { name, file } of files) {
    const isLast = name === names.at(-1);
    const entryFile = { name, file, size: file.size() };
    for (const { head, offset } of blocksOf(file, isLast)) {
      firstSequence ??= head.firstSequence;
      // Entries are missing in between: what follows cannot be counted on from what went before.
      if (segments.length > 0 && head.firstSequence !== nextSequence) return { firstSequence, segments };
      nextSequence = head.firstSequence + head.count;
      if (head.entriesBefore === 0) {
        const stored = new SegmentBlocks(entryFile, offset);
        segments.push({ stored, count: 0, payloadBytes: 0, sent: 0, received: 0 });
      }
      add(segments.at(-1), head);
    }
  }
  return { firstSequence: firstSequence ?? 1, segments };
}

function add(segment: FoundSegment | undefined, head: BlockHead): void {
  if (segment === undefined) return;
  segment.stored.extend(head.count, blockBytes(head.count, head.payloadBytes));
  segment.count += head.count;
  segment.payloadBytes += head.payloadBytes;
  segment.sent += head.sent;
  segment.received += head.received;
}

/** Heads are read in pieces of this size: in a quiet log blocks are small, and many lie in one. */
const PIECE_BYTES = 64 * 1024;

/** The blocks of a file whose ends are within it; of the last file, only those that are as they were written. */
function* blocksOf(file: LogFile, isLast: boolean): Generator<{ head: BlockHead; offset: number }> {
  const size = file.size();
  const piece = new Uint8Array(PIECE_BYTES);
  let pieceFrom = 0;
  let pieceEnd = 0;
  for (let offset = 0; offset + BLOCK_HEAD_BYTES <= size;) {
    if (offset + BLOCK_HEAD_BYTES > pieceEnd) {
      pieceFrom = offset;
      pieceEnd = offset + file.read(piece, offset);
    }
    const head = readBlockHead(piece.subarray(offset - pieceFrom, pieceEnd - pieceFrom));
    if (head === null) return;
    const length = blockBytes(head.count, head.payloadBytes);
    if (offset + length > size || (isLast && !isWholeAt(file, offset, length, head))) return;
    yield { head, offset };
    offset += length;
  }
}

/** In the file that was written last a power cut may have left gaps, which only the checksum tells. */
function isWholeAt(file: LogFile, offset: number, length: number, head: BlockHead): boolean {
  const bytes = new Uint8Array(length);
  return file.read(bytes, offset) === length && isWhole(bytes, head);
}
