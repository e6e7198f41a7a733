import { describe, expect, test } from 'vitest';
import { jsonNodes, ROOT_EXPANDED, type JsonRow } from './jsonTree.ts';
import { readJson } from './readJson.ts';

const ORDER = '{"id":12345678901234567890,"items":[{"sku":"a","n":1.0},{}],"note":null}';

describe('jsonNodes', () => {
  test('shows a closed root as one row', () => {
    expect(rowsOf(ORDER, new Set())).toEqual([
      {
        id: '',
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

  test('shows the children of what is expanded, with exact numbers', () => {
    const rows = rowsOf(ORDER, new Set(['', '1', '1/0']));
    expect(rows.map(({ id, path, depth, preview }) => [id, path, depth, preview])).toEqual([
      ['', '$', 0, '{"id": 12345678901234567890, "items": […], "note": null}'],
      ['0', '$.id', 1, '12345678901234567890'],
      ['1', '$.items', 1, '[{…}, {}]'],
      ['1/0', '$.items[0]', 2, '{"sku": "a", "n": 1.0}'],
      ['1/0/0', '$.items[0].sku', 3, '"a"'],
      ['1/0/1', '$.items[0].n', 3, '1.0'],
      ['1/1', '$.items[1]', 2, '{}'],
      ['2', '$.note', 1, 'null'],
    ]);
  });

  test('hides what is expanded within what is closed', () => {
    expect(rowsOf(ORDER, new Set(['', '1/0'])).map(({ id }) => id)).toEqual(['', '0', '1', '2']);
  });

  test('keeps order and repeated names, each with an id of its own', () => {
    const rows = rowsOf('{"10":1,"2":2,"10":3}', ROOT_EXPANDED);
    expect(rows.slice(1).map(({ id, key, preview }) => [id, key, preview])).toEqual([
      ['0', '10', '1'],
      ['1', '2', '2'],
      ['2', '10', '3'],
    ]);
  });

  test('quotes names in a path that are no identifiers', () => {
    const rows = rowsOf('{"a b":1,"\\u00e9":2,"$x_1":3}', ROOT_EXPANDED);
    expect(rows.slice(1).map(({ key, path }) => [key, path])).toEqual([
      ['a b', '$["a b"]'],
      ['é', '$["é"]'],
      ['$x_1', '$.$x_1'],
    ]);
  });

  test('never expands what has nothing in it', () => {
    expect(rowsOf('[]', ROOT_EXPANDED)).toEqual([
      {
        id: '',
        path: '$',
        depth: 0,
        key: null,
        kind: 'array',
        preview: '[]',
        childCount: 0,
        isExpanded: false,
      },
    ]);
  });

  test('cuts the preview between children', () => {
    const items = Array.from({ length: 100 }, (_, index) => 1000 + index);
    const [row] = rowsOf(JSON.stringify(items), new Set());
    expect(row?.preview).toBe(
      '[1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, …]',
    );
    expect(rowsOf(JSON.stringify(['x'.repeat(100)]), new Set())[0]?.preview).toBe('[…]');
  });
});

function rowsOf(text: string, expanded: ReadonlySet<string>): readonly JsonRow[] {
  const reading = readJson(text);
  if (!reading.ok) throw new Error(reading.message);
  return jsonNodes(reading.root, expanded);
}
