import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardCell, unguardCell } from './csvCell.ts';
import { createCsvEncoder } from './csvEncoder.ts';
import { CsvRows } from './csvRows.ts';
import type { CsvRow } from './csvRows.ts';
import type { LogEntry } from './logEntry.ts';
import { checkCsvHeader, readCsvRow } from './readCsvRow.ts';
import { arbitraryLog, cutText, cuts, encode } from './testing/arbitraryEntry.ts';

const HEADER =
  'sequence,time,epochMs,direction,kind,byteLength,frames,compressed,masked,closeCode,reason,text,base64,entries';

const ENTRY: LogEntry = {
  sequence: 7,
  time: 1_795_348_867_114.25,
  direction: 'received',
  kind: 'text',
  frames: 1,
  isCompressed: false,
  isMasked: false,
  payload: encode('{"a":1}'),
};

function rowsOf(pieces: readonly string[]): readonly CsvRow[] {
  const rows = new CsvRows();
  return [...pieces.flatMap((piece) => [...rows.read(piece)]), ...rows.end()];
}

test('writes the columns, then a row an entry', () => {
  const { begin, entry, end } = createCsvEncoder();
  expect(begin()).toBe(`\uFEFF${HEADER}\r\n`);
  expect(entry(ENTRY)).toBe(
    '7,2026-11-22T12:01:07.114Z,1795348867114.25,received,text,7,1,,,,,"{""a"":1}",,\r\n',
  );
  expect(end({ missing: 3, isMasked: false })).toBe(',,,,missing,,,,,,,,,3\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ["'=1", "''=1"],
  ['a=1', 'a=1'],
  ['\t=1', "'\t'=1"],
  ['x;=cmd', "x;'=cmd"],
  ['{"n":-1}', '{"n":-1}'],
  ['line\n@SUM(A1)', "line\n'@SUM(A1)"],
  ['＝1', "'＝1"],
])('keeps a spreadsheet from running %j', (text, cell) => {
  expect(guardCell(text)).toBe(cell);
  expect(unguardCell(cell)).toBe(text);
});

test('every log comes back as it was, in whatever pieces it comes', () => {
  fc.assert(
    fc.property(arbitraryLog, cuts, (log, places) => {
      const encoder = createCsvEncoder();
      const text = encoder.begin() + log.map((entry) => encoder.entry(entry)).join('');
      const [header = [], ...rows] = rowsOf(cutText(text.slice(1), places));
      expect(checkCsvHeader(header)).toBeNull();
      const read = rows.map((row) => readCsvRow(header, row));
      expect(read).toEqual(log.map((entry) => ({ kind: 'entry', entry })));
    }),
  );
});

test.each([
  [
    'a,b\r\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\nb\n', [['a'], ['b']]],
  ['"a""b","",c\r\n', [['a"b', '', 'c']]],
  ['a,,\r\n', [['a', null, null]]],
  ['"two\r\nlines"\r\n', [['two\r\nlines']]],
  ['say "hi",x\r\n', [['say "hi"', 'x']]],
])('takes %j apart', (text, rows) => {
  expect(rowsOf([text])).toEqual(rows);
});

test('does not read on for ever where a quote is missing', () => {
  const rows = new CsvRows(10);
  expect(() => [...rows.read('"never ends, and goes on')]).toThrow('A row is longer than any of a log');
});

test('says what is wrong with a file that is no log', () => {
  expect(checkCsvHeader(['name', 'kind'])).toBe(
    'Its first row does not name the columns of a log: direction is missing.',
  );
  expect(readCsvRow(['kind', 'direction'], ['text'])).toEqual({
    kind: 'problem',
    reason: 'It has 1 cells, and the first row names 2 columns.',
  });
});
