import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextTerm } from '#domain/transcript/filter/filterNode.ts';
import type { ByteScanner } from './byteScanner.ts';
import { MAX_RUN_BYTES } from './payloadRun.ts';
import type { PayloadRun } from './payloadRun.ts';
import { createPlainScanner } from './plainScanner.ts';
import { createTextScanner } from './textScanner.ts';
import { createWasmScanner } from './wasmScanner.ts';

type CreateScanner = (texts: readonly TextTerm[]) => ByteScanner;

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** More than all payloads below: the run stands in the middle of a segment. */
const START = 5_000_000;

function runOf(...payloads: readonly Uint8Array[]): PayloadRun {
  const ends = new Uint32Array(payloads.length);
  const all = new Uint8Array(payloads.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let end = 0;
  payloads.forEach((payload, place) => {
    all.set(payload, end);
    end += payload.byteLength;
    ends[place] = START + end;
  });
  return { first: 0, count: payloads.length, bytes: all, ends, start: START };
}

function findIn(create: CreateScanner, run: PayloadRun, text: string, isCaseSensitive = false): boolean[] {
  const scanner = create([
    { kind: 'text', text: 'another', isCaseSensitive },
    { kind: 'text', text, isCaseSensitive },
  ]);
  scanner.load(run);
  return [...scanner.find(1)].map((found) => found !== 0);
}

function isAsciiFoldedIn(haystack: string, needle: string): boolean {
  const fold = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  return fold(haystack).includes(fold(needle));
}

describe.each<[string, CreateScanner]>([
  ['createWasmScanner', createWasmScanner],
  ['createPlainScanner', createPlainScanner],
  ['createTextScanner', createTextScanner],
])('%s', (_, create) => {
  test.each([
    ['a', '', false],
    ['abc', 'abc', true],
    ['abc', 'xxabc', true],
    ['abc', 'abx abc', true],
    ['abc', 'ab', false],
    ['ABC', 'xabcx', true],
    ['abc', 'xABCx', true],
    ['aab', 'aaaab', true],
    ['abab', 'abaabab', true],
    ['[', '{', false],
    ['{', '[', false],
    ['@', '`', false],
    ['🔑', 'a 🔑', true],
    ['日本', '在日本語', true],
    ['\r\n', 'a\r\nb', true],
    ['\0', 'a\0', true],
  ])('%j in %j: %s', (needle, haystack, expected) => {
    expect(findIn(create, runOf(encode(haystack)), needle)).toEqual([expected]);
  });

  test('tells the case of letters apart when it is asked to', () => {
    const run = runOf(encode('Echo'), encode('echo'), encode('ECHO É'));
    expect(findIn(create, run, 'Echo', true)).toEqual([true, false, false]);
    expect(findIn(create, run, 'É', true)).toEqual([false, false, true]);
  });

  test('finds nothing that begins in one payload and ends in the next', () => {
    expect(
      findIn(create, runOf(encode('xab'), encode('cab'), encode(''), encode('abc'), encode('c')), 'abc'),
    ).toEqual([false, false, false, true, false]);
  });

  test('finds in every payload of a run what a naive search finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'B', '1', '"', '本'), maxLength: 90 });
    const needle = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '"', '本'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(needle, fc.array(text, { minLength: 1, maxLength: 12 }), (needle, texts) => {
        const run = runOf(...texts.map(encode));
        expect(findIn(create, run, needle)).toEqual(texts.map((text) => isAsciiFoldedIn(text, needle)));
        expect(findIn(create, run, needle, true)).toEqual(texts.map((text) => text.includes(needle)));
      }),
      { numRuns: 1500 },
    );
  });

  test.each([MAX_RUN_BYTES - 3, MAX_RUN_BYTES, 2 * MAX_RUN_BYTES - 3, 3 * MAX_RUN_BYTES])(
    'finds the needle at byte %i of a payload longer than what is looked at together',
    (at) => {
      const payload = new Uint8Array(3 * MAX_RUN_BYTES + 6).fill(0x61);
      payload.set(encode('needle'), at);
      expect(findIn(create, runOf(payload), 'NEEDLE')).toEqual([true]);
      expect(findIn(create, runOf(payload), 'NEEDLES')).toEqual([false]);
    },
  );
});

describe('createTextScanner', () => {
  test.each([
    ['É', 'café', true],
    ['café', 'CAFÉ NOIR', true],
    ['café', 'cafe', false],
    ['привет', 'ПРИВЕТ', true],
    ['straße', 'STRASSE', false],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος', true],
    ['𐐀', '𐐨', true],
    ['k', '\u212a', false],
  ])('%j in %j, letters beyond ASCII in either case: %s', (needle, haystack, expected) => {
    expect(findIn(createTextScanner, runOf(encode('other'), encode(haystack)), needle)).toEqual([
      false,
      expected,
    ]);
  });
});
