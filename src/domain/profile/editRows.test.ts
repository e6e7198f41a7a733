import { describe, expect, it } from 'vitest';
import { moveRow, removeRow, replaceRow } from './editRows.ts';

const ROWS = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id).join('');

describe('moveRow', () => {
  it.each([
    ['a', 1, 'bac'],
    ['c', -1, 'acb'],
    ['a', 2, 'bca'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
    ['x', 1, 'abc'],
  ])('moves %s by %i to give %s', (id, offset, expected) => {
    expect(ids(moveRow(ROWS, id, offset))).toBe(expected);
  });
});

describe('replaceRow', () => {
  it('changes the row with the id and no other', () => {
    expect(ids(replaceRow(ROWS, 'b', () => ({ id: 'z' })))).toBe('azc');
  });
});

describe('removeRow', () => {
  it('takes the row with the id out', () => {
    expect(ids(removeRow(ROWS, 'b'))).toBe('ac');
  });
});
