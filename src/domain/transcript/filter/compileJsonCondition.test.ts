import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileJsonCondition } from './compileJsonCondition.ts';
import type { JsonStep } from './filterNode.ts';
import { parseFilter } from './parseFilter.ts';

function matches(condition: string, payload: string): boolean {
  const parsed = parseFilter(condition);
  if (!parsed.ok || parsed.node?.kind !== 'json') throw new Error(`${condition} is no condition.`);
  return compileJsonCondition(parsed.node.condition)(new TextEncoder().encode(payload));
}

describe('compileJsonCondition', () => {
  test.each([
    ['$.action == "echo"', '{"action":"echo"}', true],
    ['$.action == "echo"', ' { "x" : [ "}" , {} ] , "action" : "echo" } \n', true],
    ['$.action == "echo"', '{"action":"Echo"}', false],
    ['$.action == "echo"', '{"data":{"action":"echo"}}', false],
    ['$.action == "echo"', String.raw`{"\u0061ction":"e\u0063ho"}`, true],
    ['$.action == "echo"', '{"action":"echo"', false],
    ['$.action == "echo"', '{"action":"echo"} trailing', false],
    ['$.action == "echo"', 'action == "echo"', false],
    ['$.a == 2', '{"a":1,"a":2}', true],
    ['$.a == 1', '{"a":1,"a":2}', false],
    ['$.items[0].id > 3', '{"items":[{"id":4}]}', true],
    ['$.items[0].id > 3', '{"items":[{"id":3},{"id":4}]}', false],
    ['$.items[1]', '{"items":[1]}', false],
    ['$.items[-1] == 2', '{"items":[1,2]}', true],
    ['$.items[-3]', '{"items":[1,2]}', false],
    ['$.items[*].id == 4', '{"items":[{"id":3},{"id":4}]}', true],
    ['$.* == 4', '{"a":3,"b":4}', true],
    ['$.a', '{"a":null}', true],
    ['$.a', '{}', false],
    ['$.a == null', '{"a":null}', true],
    ['$.a == true', '{"a":true}', true],
    ['$.a == "true"', '{"a":true}', false],
    ['$.a == 1', '{"a":"1"}', false],
    ['$.a == 1', '{"a":1.0}', true],
    ['$.id == 12345678901234567890', '{"id":12345678901234567891}', false],
    ['$.id == 12345678901234567890', '{"id":12345678901234567890}', true],
    ['$.a != 1', '{"a":"x"}', true],
    ['$.a != 1', '{"b":2}', false],
    ['$.at >= "2026-11-22"', '{"at":"2026-11-22T10:00:00Z"}', true],
    ['$.at < "2026-11-22"', '{"at":"2026-11-22T10:00:00Z"}', false],
    ['$.a > 1', '{"a":"2"}', false],
    ['$.a contains "WORLD"', '{"a":"hello world"}', true],
    ['$.a contains "x"', '{"a":["y","x"]}', true],
    ['$.a contains "x"', '{"a":["xx"]}', false],
    ['$.a contains 2', '{"a":[1,2.0]}', true],
    ['$.a contains "x"', '{"a":{"x":1}}', false],
    ['$ == "x"', '"x"', true],
    ['$[1] == 2', '[1,2]', true],
    ['$.a', '[1]', false],
    ['$[0]', '{"0":1}', false],
    ['$.a.b', '{"a":"b"}', false],
    ['$["ключ"] == "Käse"', '{"ключ":"Käse"}', true],
  ])('%s of %s: %s', (condition, payload, expected) => {
    expect(matches(condition, payload)).toBe(expected);
  });

  const steps = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('member' as const), name: fc.constantFrom('a', 'b', '"', 'é') }),
      fc.record({ kind: fc.constant('item' as const), index: fc.integer({ min: -2, max: 2 }) }),
      fc.constant({ kind: 'each' as const }),
    ),
    { maxLength: 3 },
  );
  const { value: values } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>('x', 1, null, true, '\\"{', -2.5e-7),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', '"', 'é'), tie('value'), { maxKeys: 3 }),
    ),
  }));

  test('finds what a parser of JSON finds', () => {
    fc.assert(
      fc.property(
        values,
        steps,
        fc.constantFrom(0, 1),
        fc.constantFrom('x', '\\"{'),
        (json, path, indent, text) => {
          const payload = new TextEncoder().encode(JSON.stringify(json, null, indent));
          const found = follow(json, path);
          const exists = compileJsonCondition({ path, test: { kind: 'exists' } });
          expect(exists(payload)).toBe(found.length > 0);
          const value = { kind: 'string', text } as const;
          const equals = compileJsonCondition({ path, test: { kind: 'compare', operator: '==', value } });
          expect(equals(payload)).toBe(found.includes(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('takes any bytes, and comes to an end', () => {
    const bytes = fc.array(fc.constantFrom(...new TextEncoder().encode('{}[]",:\\a1 ')), { maxLength: 20 });
    fc.assert(
      fc.property(bytes, steps, (payload, path) => {
        const exists = compileJsonCondition({ path, test: { kind: 'exists' } });
        expect(typeof exists(Uint8Array.from(payload))).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });
});

function follow(value: unknown, path: readonly JsonStep[]): unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (step.kind === 'each') return Object.values(value).flatMap((child) => follow(child, rest));
  if (step.kind === 'item') {
    const index = Array.isArray(value) && step.index < 0 ? value.length + step.index : step.index;
    return Array.isArray(value) && index >= 0 && index < value.length ? follow(value[index], rest) : [];
  }
  if (Array.isArray(value) || !Object.hasOwn(value, step.name)) return [];
  return follow((value as Record<string, unknown>)[step.name], rest);
}
