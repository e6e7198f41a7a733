import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextRows } from './textRows.ts';

function rowsOf(text: string, columns: number): readonly string[] {
  const rows = new TextRows(new TextEncoder().encode(text), columns);
  return rows.rows(0, rows.rowCount);
}

describe('TextRows', () => {
  it.each([
    ['', 4, []],
    ['abc', 4, ['abc']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['a\n\nb', 4, ['a', '', 'b']],
    ['a\r\nb\n', 4, ['a', 'b']],
    ['abcd\nef', 4, ['abcd', 'ef']],
    ['abcd\r\nef', 4, ['abcd', 'ef']],
    ['éééééé', 4, ['éééé', 'éé']],
    ['日本語', 4, ['日本', '語']],
    ['🔑🔑🔑', 4, ['🔑🔑', '🔑']],
    ['a\tb', 8, ['a', '\t', 'b']],
  ])('breaks %j after %i columns', (text, columns, rows) => {
    expect(rowsOf(text, columns)).toEqual(rows);
  });

  it('bounds a row of bytes that are no text', () => {
    const rows = new TextRows(new Uint8Array(40).fill(0x80), 4);
    expect(rows.rowCount).toBe(3);
    expect(rows.rows(2, 9)).toEqual(['\uFFFD'.repeat(8)]);
  });

  it('reads any rows as it reads all of them, and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 600 }),
        fc.nat(300),
        fc.integer({ min: 1, max: 9 }),
        (text, first, columns) => {
          const rows = new TextRows(new TextEncoder().encode(text), columns);
          const all = rows.rows(0, rows.rowCount);
          expect(all.join('')).toBe(text.replaceAll(/\r?\n/g, ''));
          expect(rows.rows(first, 20)).toEqual(all.slice(first, first + 20));
        },
      ),
    );
  });
});
