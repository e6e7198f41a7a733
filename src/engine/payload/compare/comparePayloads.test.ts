import { describe, expect, it } from 'vitest';
import { MAX_COMPARED_BYTES } from '#domain/payload/comparison.ts';
import { comparePayloads } from './comparePayloads.ts';

function compare(one: string, other: string, maxMs?: number) {
  const { as, removed, added, rows } = comparePayloads(utf8(one), utf8(other), maxMs);
  return { as, removed, added, rows: rows.map(({ kind, text }) => `${kind} ${text}`) };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('comparePayloads', () => {
  it('compares JSON member by member, in the order in which it was written', () => {
    expect(compare('{"id":12345678901234567890,"n":1}', '{"id":12345678901234567891, "n":1}')).toEqual({
      as: 'json',
      removed: 1,
      added: 1,
      rows: [
        'same {',
        'removed   "id": 12345678901234567890,',
        'added   "id": 12345678901234567891,',
        'same   "n": 1',
        'same }',
      ],
    });
    expect(compare('{"a":1,"b":2}', '{"b":2,"a":1}')).toMatchObject({ as: 'json', removed: 2, added: 2 });
  });

  it('finds no difference where only the spaces of JSON differ', () => {
    expect(compare('[1,2]', '[ 1, 2 ]')).toMatchObject({ removed: 0, added: 0 });
  });

  it('compares other text line by line, and skips what is the same', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);
    const changed = lines.with(10, 'other');
    expect(compare(lines.join('\n'), changed.join('\r\n'))).toEqual({
      as: 'text',
      removed: 1,
      added: 1,
      rows: [
        'skipped 7 lines that are the same',
        'same line 7',
        'same line 8',
        'same line 9',
        'removed line 10',
        'added other',
        'same line 11',
        'same line 12',
        'same line 13',
        'skipped 6 lines that are the same',
      ],
    });
  });

  it('compares as hex what is no text', () => {
    const comparison = comparePayloads(Uint8Array.of(0xff, 1), Uint8Array.of(0xff, 2));
    expect(comparison).toMatchObject({ as: 'hex', removed: 1, added: 1 });
    expect(comparison.rows[0]?.text).toMatch(/^ff 01 +\.\.$/);
  });

  it('says where the first difference is when there are too many', () => {
    const many = (offset: number) =>
      Array.from({ length: 20_000 }, (_, index) => index * 7 + offset).join('\n');
    expect(() => compare(`same\n${many(1)}`, `same\n${many(2)}`, 1)).toThrow(
      'These differ in too much to be compared line by line. The first difference is in line 2.',
    );
  });

  it('does not begin with what is too large', () => {
    expect(() => comparePayloads(new Uint8Array(MAX_COMPARED_BYTES + 1), new Uint8Array())).toThrow(
      'Only messages of up to 16.8 MB are compared here.',
    );
  });
});
