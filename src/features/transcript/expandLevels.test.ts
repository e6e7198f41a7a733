import { describe, expect, it } from 'vitest';
import type { JsonNode } from '#domain/format/jsonNode.ts';
import { readJson } from '#domain/format/readJson.ts';
import { expandLevels } from './expandLevels.ts';

function read(text: string): JsonNode {
  const reading = readJson(text);
  if (!reading.ok) throw new Error(reading.message);
  return reading.root;
}

describe('expandLevels', () => {
  it('opens every level of a small document', () => {
    expect([...expandLevels(read('{"a":{"b":[1,2]},"c":3}'), 200)]).toEqual(['', '0', '0/0']);
  });

  it('stops before the level that would make too many rows', () => {
    expect([...expandLevels(read('{"a":{"b":[1,2]},"c":3}'), 4)]).toEqual(['', '0']);
  });

  it('opens the root however much is in it', () => {
    expect([...expandLevels(read('[1,2,3,4,5,6,7,8,9,10]'), 4)]).toEqual(['']);
  });

  it('has nothing to open in a scalar', () => {
    expect([...expandLevels(read('42'), 200)]).toEqual(['']);
  });
});
