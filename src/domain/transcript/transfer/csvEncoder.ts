import { createIsoTimeFormatter } from '../../format/isoTime.ts';
import { guardCell, quoteCell } from './csvCell.ts';
import type { LogEncoder } from './logEncoder.ts';
import type { LogEntry } from './logEntry.ts';
import { toPayloadMembers } from './payloadMembers.ts';

/** The columns, in order. An empty cell says what a missing member of JSON Lines says. */
export const CSV_COLUMNS = [
  'sequence',
  'time',
  'epochMs',
  'direction',
  'kind',
  'byteLength',
  'frames',
  'compressed',
  'masked',
  'closeCode',
  'reason',
  'text',
  'base64',
  'entries',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** Columns whose cells may say anything. */
export const FREE_COLUMNS: ReadonlySet<string> = new Set<CsvColumn>(['reason', 'text', 'base64']);

/** Without it, the spreadsheet that most people have takes UTF-8 for something else. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/**
 * CSV as RFC 4180 has it, in UTF-8, the names of the columns in the first row. A text that is there and empty is written
 * as `""`, so that it differs from none.
 */
export function createCsvEncoder(): LogEncoder {
  const formatTime = createIsoTimeFormatter();
  return {
    begin: () => BYTE_ORDER_MARK + CSV_COLUMNS.join(',') + LINE_END,
    connection: () => '',
    entry: (entry) => toRow(cellsOf(entry, formatTime)),
    end: ({ missing }) => (missing === 0 ? '' : toRow({ kind: 'missing', entries: `${missing}` })),
  };
}

type Cells = Readonly<Partial<Record<CsvColumn, string | undefined>>>;

function cellsOf(entry: LogEntry, formatTime: (epochMs: number) => string): Cells {
  const { sequence, time, direction, kind, frames, isCompressed, isMasked, payload } = entry;
  const { text, closeCode, reason, base64 } = toPayloadMembers(kind, payload);
  return {
    sequence: `${sequence}`,
    time: formatTime(time),
    epochMs: `${time}`,
    direction,
    kind,
    byteLength: `${payload.byteLength}`,
    frames: `${frames}`,
    compressed: isCompressed ? 'true' : undefined,
    masked: isMasked ? 'true' : undefined,
    closeCode: closeCode === undefined ? undefined : `${closeCode}`,
    reason: reason === undefined ? undefined : toCell(reason),
    text: text === undefined ? undefined : toCell(text),
    base64: base64 === undefined ? undefined : toCell(base64),
  };
}

function toCell(text: string): string {
  return text === '' ? '""' : quoteCell(guardCell(text));
}

function toRow(cells: Cells): string {
  return CSV_COLUMNS.map((column) => cells[column] ?? '').join(',') + LINE_END;
}
