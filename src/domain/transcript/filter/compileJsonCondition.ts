import { assertNever } from '../../assertNever.ts';
import { compareJsonNumbers } from './compareJsonNumbers.ts';
import type { JsonCondition, JsonLiteral, JsonOperator, JsonStep, JsonTest } from './filterNode.ts';
import { NOWHERE, OPEN_ARRAY, skipSpace, skipValue, walkChildren } from './jsonBytes.ts';

/** Whether a payload is JSON that fulfils the condition. */
export type JsonMatcher = (payload: Uint8Array) => boolean;

/** Whether the value between two places passes. */
type ValueTest = (bytes: Uint8Array, start: number, end: number) => boolean;

export function compileJsonCondition({ path, test }: JsonCondition): JsonMatcher {
  const passes = path.reduceRight((rest, step) => compileStep(step, rest), compileTest(test));
  return (payload) => {
    const start = skipSpace(payload, 0);
    const end = skipValue(payload, start);
    return end !== NOWHERE && skipSpace(payload, end) === payload.length && passes(payload, start, end);
  };
}

function compileStep(step: JsonStep, rest: ValueTest): ValueTest {
  switch (step.kind) {
    case 'member':
      return compileMember(step.name, rest);
    case 'item':
      return compileItem(step.index, rest);
    case 'each':
      return (bytes, start) => {
        let isFound = false;
        const isWhole = walkChildren(bytes, start, (_, __, valueStart, valueEnd) => {
          isFound = rest(bytes, valueStart, valueEnd);
          return isFound;
        });
        return isWhole && isFound;
      };
    default:
      return assertNever(step);
  }
}

/** Of members with one name the last counts, as it does to whatever parses JSON. */
function compileMember(name: string, rest: ValueTest): ValueTest {
  const isName = compileStringEquality(name);
  return (bytes, start) => {
    let foundStart = NOWHERE;
    let foundEnd = NOWHERE;
    const isWhole = walkChildren(bytes, start, (nameStart, nameEnd, valueStart, valueEnd) => {
      if (nameStart === NOWHERE || !isName(bytes, nameStart, nameEnd)) return false;
      foundStart = valueStart;
      foundEnd = valueEnd;
      return false;
    });
    return isWhole && foundStart !== NOWHERE && rest(bytes, foundStart, foundEnd);
  };
}

function compileItem(index: number, rest: ValueTest): ValueTest {
  return (bytes, start) => {
    if (bytes[start] !== OPEN_ARRAY) return false;
    const wanted = index < 0 ? countItems(bytes, start) + index : index;
    let at = 0;
    let isFound = false;
    const isWhole = walkChildren(bytes, start, (_, __, valueStart, valueEnd) => {
      if (at === wanted) isFound = rest(bytes, valueStart, valueEnd);
      at += 1;
      return at > wanted;
    });
    return isWhole && isFound;
  };
}

function countItems(bytes: Uint8Array, start: number): number {
  let count = 0;
  walkChildren(bytes, start, () => {
    count += 1;
    return false;
  });
  return count;
}

function compileTest(test: JsonTest): ValueTest {
  switch (test.kind) {
    case 'exists':
      return () => true;
    case 'compare':
      return compileComparison(test.operator, test.value);
    case 'contains':
      return compileContains(test.value);
    default:
      return assertNever(test);
  }
}

function compileComparison(operator: JsonOperator, value: JsonLiteral): ValueTest {
  if (operator === '==') return compileEquality(value);
  if (operator === '!=') {
    const equals = compileEquality(value);
    return (bytes, start, end) => !equals(bytes, start, end);
  }
  const isInOrder = ORDERS[operator];
  if (value.kind === 'number') {
    return (bytes, start, end) => {
      const number = readNumber(bytes, start, end);
      return number !== null && isInOrder(compareJsonNumbers(number, value.text));
    };
  }
  // Texts are put in order by their code units: right for dates as ISO 8601 writes them, which is what it is used for.
  const { text } = value;
  return (bytes, start, end) => {
    const string = value.kind === 'string' ? readString(bytes, start, end) : null;
    if (string === null) return false;
    if (string === text) return isInOrder(0);
    return isInOrder(string < text ? -1 : 1);
  };
}

const ORDERS: Readonly<Record<Exclude<JsonOperator, '==' | '!='>, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function compileEquality(value: JsonLiteral): ValueTest {
  switch (value.kind) {
    case 'string':
      return compileStringEquality(value.text);
    case 'number':
      return (bytes, start, end) => {
        const number = readNumber(bytes, start, end);
        return number !== null && compareJsonNumbers(number, value.text) === 0;
      };
    case 'word': {
      const word = new TextEncoder().encode(value.text);
      return (bytes, start, end) => isSame(bytes, start, end, word);
    }
    default:
      return assertNever(value);
  }
}

function compileContains(value: JsonLiteral): ValueTest {
  const equals = compileEquality(value);
  const wanted = value.kind === 'string' ? value.text.toLowerCase() : null;
  return (bytes, start, end) => {
    if (bytes[start] !== OPEN_ARRAY) {
      const text = wanted === null ? null : readString(bytes, start, end);
      return text !== null && wanted !== null && text.toLowerCase().includes(wanted);
    }
    let isFound = false;
    walkChildren(bytes, start, (_, __, itemStart, itemEnd) => {
      isFound = equals(bytes, itemStart, itemEnd);
      return isFound;
    });
    return isFound;
  };
}

const BACKSLASH = 0x5c;
const QUOTE = 0x22;

/** Compares bytes; only a string with escapes is decoded. */
function compileStringEquality(text: string): ValueTest {
  const plain = new TextEncoder().encode(`"${text}"`);
  return (bytes, start, end) => {
    if (bytes[start] !== QUOTE) return false;
    const escape = bytes.subarray(start, end).indexOf(BACKSLASH);
    return escape === -1 ? isSame(bytes, start, end, plain) : readString(bytes, start, end) === text;
  };
}

function isSame(bytes: Uint8Array, start: number, end: number, other: Uint8Array): boolean {
  if (end - start !== other.length) return false;
  for (let at = 0; at < other.length; at += 1) if (bytes[start + at] !== other[at]) return false;
  return true;
}

/** `null` for what is no string. */
function readString(bytes: Uint8Array, start: number, end: number): string | null {
  if (bytes[start] !== QUOTE) return null;
  try {
    return JSON.parse(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end)),
    ) as string;
  } catch {
    // No JSON, so no string of it.
    return null;
  }
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** `null` for what is no number. */
function readNumber(bytes: Uint8Array, start: number, end: number): string | null {
  const first = bytes[start] ?? 0;
  if (first !== 0x2d && (first < 0x30 || first > 0x39)) return null;
  let text = '';
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return NUMBER.test(text) ? text : null;
}
