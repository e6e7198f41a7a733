import { unguardCell } from './csvCell.ts';
import type { CsvRow } from './csvRows.ts';
import { FREE_COLUMNS } from './csvEncoder.ts';
import type { ReadEntry } from './logEntry.ts';
import { problem, readMembers } from './readMembers.ts';

const REQUIRED = ['direction', 'kind'] as const;
const NUMBERS: ReadonlySet<string> = new Set(['sequence', 'epochMs', 'frames', 'closeCode', 'entries']);
const FLAGS: ReadonlySet<string> = new Set(['compressed', 'masked']);

/** What is wrong with the row that names the columns; `null` when nothing is. */
export function checkCsvHeader(header: CsvRow): string | null {
  const missing = REQUIRED.filter((column) => !header.includes(column));
  if (missing.length === 0) return null;
  return `Its first row does not name the columns of a log: ${missing.join(' and ')} is missing.`;
}

export function readCsvRow(header: CsvRow, row: CsvRow): ReadEntry {
  if (row.length === 1 && row[0] === null) return { kind: 'note', missing: 0 };
  if (row.length !== header.length) {
    return problem(`It has ${row.length} cells, and the first row names ${header.length} columns.`);
  }
  const members = header.flatMap((name, column) => {
    const cell = row[column] ?? null;
    return name === null || cell === null ? [] : [[name, valueOf(name, cell)] as const];
  });
  return readMembers(Object.fromEntries(members));
}

function valueOf(column: string, cell: string): unknown {
  if (FREE_COLUMNS.has(column)) return unguardCell(cell);
  if (NUMBERS.has(column)) return Number(cell);
  return FLAGS.has(column) ? cell.toLowerCase() === 'true' : cell;
}
