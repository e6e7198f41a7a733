import * as fc from 'fast-check';
import { parse } from 'lossless-json';
import { describe, expect, test } from 'vitest';
import { indexJson } from '../format/jsonIndex.ts';
import { createJsonTree } from './jsonTree.ts';
import { OpenTree } from './openTree.ts';
import type { TreeRow } from './treeRow.ts';

const ORDER = '{"id":12345678901234567890,"items":[{"sku":"a","n":1.0},{}],"note":null}';

describe('OpenTree', () => {
  test('shows a closed root as one row', () => {
    const tree = open(ORDER);
    tree.toggle(0);
    expect(allRows(tree)).toEqual([
      {
        node: 0,
        path: '$',
        depth: 0,
        key: null,
        kind: 'object',
        preview: '{"id": 12345678901234567890, "items": […], "note": null}',
        childCount: 3,
        isExpanded: false,
      },
    ]);
  });

  test('opens all of a small document, with exact numbers', () => {
    expect(allRows(open(ORDER)).map(({ path, depth, preview }) => [path, depth, preview])).toEqual([
      ['$', 0, '{"id": 12345678901234567890, "items": […], "note": null}'],
      ['$.id', 1, '12345678901234567890'],
      ['$.items', 1, '[{…}, {}]'],
      ['$.items[0]', 2, '{"sku": "a", "n": 1.0}'],
      ['$.items[0].sku', 3, '"a"'],
      ['$.items[0].n', 3, '1.0'],
      ['$.items[1]', 2, '{}'],
      ['$.note', 1, 'null'],
    ]);
  });

  test('hides what is expanded within what is closed, and shows it again', () => {
    const tree = open(ORDER);
    const before = allRows(tree);
    tree.toggle(2);
    expect(allRows(tree).map(({ key }) => key)).toEqual([null, 'id', 'items', 'note']);
    tree.toggle(2);
    expect(allRows(tree)).toEqual(before);
  });

  test('keeps order and repeated names, each a node of its own', () => {
    const rows = allRows(open('{"10":1,"2":2,"10":3}')).slice(1);
    expect(rows.map(({ node, key, preview }) => [node, key, preview])).toEqual([
      [1, '10', '1'],
      [2, '2', '2'],
      [3, '10', '3'],
    ]);
  });

  test('quotes names in a path that are no identifiers, and decodes escapes', () => {
    const rows = allRows(open(String.raw`{"a b":1,"\u00e9\"\\" :2,"$x_1":3}`)).slice(1);
    expect(rows.map(({ key, path }) => [key, path])).toEqual([
      ['a b', '$["a b"]'],
      ['é"\\', String.raw`$["é\"\\"]`],
      ['$x_1', '$.$x_1'],
    ]);
  });

  test('never expands what has nothing in it', () => {
    expect(allRows(open('[]'))).toMatchObject([{ preview: '[]', childCount: 0, isExpanded: false }]);
    expect(allRows(open('42'))).toMatchObject([{ kind: 'number', childCount: 0, isExpanded: false }]);
  });

  test('cuts the preview between children, and a long scalar where its row ends', () => {
    const items = Array.from({ length: 100 }, (_, index) => 1000 + index);
    expect(open(JSON.stringify(items)).rows(0, 1)[0]?.preview).toBe(
      '[1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, …]',
    );
    expect(open(JSON.stringify(['x'.repeat(100)])).rows(0, 1)[0]?.preview).toBe('[…]');
    expect(open(JSON.stringify('é'.repeat(5_000))).rows(0, 1)[0]?.preview).toBe(`"${'é'.repeat(1_999)}…`);
  });

  test('opens at first no level that would make more than 200 rows, but the root', () => {
    const wide = open(JSON.stringify([Array.from({ length: 300 }, () => 0), [1]]));
    expect(wide.rowCount).toBe(3);
    expect(open(JSON.stringify(Array.from({ length: 300 }, () => 0))).rowCount).toBe(301);
  });

  test('finds any of hundreds of thousands of children', () => {
    const tree = open(`[${'7,'.repeat(299_999)}8]`);
    expect(tree.rows(300_000, 5)).toMatchObject([{ key: '299999', preview: '8', path: '$[299999]' }]);
  });

  test('goes ten thousand levels down', () => {
    const tree = open('['.repeat(10_000) + ']'.repeat(10_000));
    tree.expandLevels(0, 20_000);
    expect(tree.rowCount).toBe(10_000);
    expect(tree.rows(9_999, 1)).toMatchObject([
      { depth: 9_999, path: `…${'[0]'.repeat(40)}`, preview: '[]' },
    ]);
  });

  test('has a row for every value of any document, as other readers have it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const tree = open(text);
        tree.expandLevels(0, 1_000_000);
        const scalars = allRows(tree).filter(({ kind }) => kind !== 'object' && kind !== 'array');
        expect(scalars.map(({ preview }) => preview)).toEqual(scalarsOf(parse(text)));
      }),
    );
  });
});

function open(text: string): OpenTree {
  const indexing = indexJson(new TextEncoder().encode(text));
  if (!indexing.ok) throw new Error(indexing.message);
  return new OpenTree(createJsonTree(indexing.index));
}

function allRows(tree: OpenTree): readonly TreeRow[] {
  return tree.rows(0, tree.rowCount);
}

/** In the order in which they are written: `lossless-json` keeps it for names that are no array indexes. */
function scalarsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(scalarsOf);
  if (typeof value === 'string') return [JSON.stringify(value)];
  if (value === null || typeof value === 'boolean' || isNumber(value)) return [String(value)];
  return Object.values(value as object).flatMap(scalarsOf);
}

function isNumber(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'isLosslessNumber' in value;
}
