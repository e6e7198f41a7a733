import { CsvRowTooLongError, CsvRows } from '#domain/transcript/transfer/csvRows.ts';
import type { CsvRow } from '#domain/transcript/transfer/csvRows.ts';
import { harEndedEntry, harOpenedEntry, readHarMessage } from '#domain/transcript/transfer/harEntries.ts';
import type { HarSocket } from '#domain/transcript/transfer/harEntries.ts';
import type { FileEntry, ReadEntry } from '#domain/transcript/transfer/logEntry.ts';
import { checkCsvHeader, readCsvRow } from '#domain/transcript/transfer/readCsvRow.ts';
import { readJsonLine } from '#domain/transcript/transfer/readJsonLine.ts';
import { isMembers } from '#domain/format/members.ts';
import { readCount, readMembers } from '#domain/transcript/transfer/readMembers.ts';
import { UnreadableFileError, readPieces } from './fileReading.ts';
import type { FileReading } from './fileReading.ts';
import { readHarFile } from './readHarFile.ts';

/** Takes what is read of a file, in its order. `place` says where it stands: `line 12`. */
export type TakeEntry = (read: ReadEntry, place: () => string) => void;

/** A line that is longer than any message makes it is no line of a log, bytes: 64 MB as base64, with room. */
const MAX_LINE_BYTES = 96 * 1024 * 1024;

const LINE_FEED = 0x0a;

/** Reads JSON Lines. */
export async function readJsonLines(file: File, take: TakeEntry, reading: FileReading): Promise<void> {
  const decoder = new TextDecoder();
  let parts: Uint8Array[] = [];
  let bytes = 0;
  let line = 0;
  const endLine = (): void => {
    line += 1;
    const number = line;
    const text = parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode();
    take(bytes > MAX_LINE_BYTES ? TOO_LONG : readJsonLine(text), () => `line ${number}`);
    parts = [];
    bytes = 0;
  };
  const add = (part: Uint8Array): void => {
    bytes += part.byteLength;
    // Of a line that is too long no more is held than that.
    if (bytes <= MAX_LINE_BYTES) parts.push(part);
  };
  for await (const piece of readPieces(file, reading)) {
    let from = 0;
    for (let at = piece.indexOf(LINE_FEED); at !== -1; at = piece.indexOf(LINE_FEED, from)) {
      add(piece.subarray(from, at));
      from = at + 1;
      endLine();
    }
    if (from < piece.byteLength) add(piece.subarray(from));
  }
  if (bytes > 0) endLine();
}

const TOO_LONG: ReadEntry = { kind: 'problem', reason: 'It is longer than any message makes it.' };

/** Reads CSV as Postern writes it. Throws `UnreadableFileError` when its first row does not name the columns of a log. */
export async function readCsv(file: File, take: TakeEntry, reading: FileReading): Promise<void> {
  const decoder = new TextDecoder();
  const rows = new CsvRows();
  let header: CsvRow | null = null;
  let number = 0;
  const takeRows = (found: Iterable<CsvRow>): void => {
    for (const row of found) {
      number += 1;
      const place = number;
      if (header === null) {
        const problem = checkCsvHeader(row);
        if (problem !== null) throw new UnreadableFileError(`${file.name} is no log. ${problem}`);
        header = row;
      } else take(readCsvRow(header, row), () => `row ${place}`);
    }
  };
  try {
    for await (const piece of readPieces(file, reading)) {
      takeRows(rows.read(decoder.decode(piece, { stream: true })));
    }
    takeRows(rows.read(decoder.decode()));
    const isOpen = rows.isOpen;
    takeRows(rows.end());
    if (isOpen)
      take(
        { kind: 'problem', reason: 'The file ends within quotes: the rest is missing.' },
        () => 'the last row',
      );
  } catch (error) {
    if (!(error instanceof CsvRowTooLongError)) throw error;
    take(
      { kind: 'problem', reason: `${error.message} Nothing behind it can be read.` },
      () => `row ${number + 1}`,
    );
  }
}

/** Reads a HAR file: all of one of ours, one WebSocket of another's. */
export async function readHar(
  file: File,
  socket: HarSocket | null,
  take: TakeEntry,
  reading: FileReading,
): Promise<void> {
  let lastTime = socket?.startedAt ?? socket?.recordedFrom ?? 0;
  let hasEnded = false;
  const entryOf = (entry: FileEntry | null): void => {
    if (entry !== null) take({ kind: 'entry', entry }, () => 'the WebSocket');
  };
  if (socket !== null) entryOf(harOpenedEntry(socket, lastTime));
  const problem = await readHarFile(
    file,
    {
      onCreator: () => {},
      onMissing: (count) => take({ kind: 'note', missing: readCount(count) ?? 0 }, () => 'the file'),
      onMember(index, name, value) {
        const isOurs = name === '_posternOpened' || name === '_posternEnded';
        if (socket === null && isOurs && isMembers(value)) {
          take(readMembers(value), () => `entry ${index + 1}, ${name}`);
        }
      },
      onMessage(index, place, message) {
        if (socket !== null && socket.index !== index) return;
        const read = readHarMessage(message, lastTime, socket);
        if (read.kind === 'entry') {
          lastTime = read.entry.time;
          hasEnded = read.entry.kind === 'ended';
        }
        take(read, () => `entry ${index + 1}, message ${place + 1}`);
      },
    },
    reading,
  );
  if (problem !== null) take({ kind: 'problem', reason: problem }, () => 'the end of what could be read');
  if (socket !== null && !hasEnded) entryOf(harEndedEntry(socket, lastTime));
}
