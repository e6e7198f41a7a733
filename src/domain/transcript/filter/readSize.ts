import type { FilterTerm } from './filterNode.ts';
import { FilterSyntaxError } from './filterSyntaxError.ts';
import { readRange } from './readRange.ts';

/** Units as the log shows them are decimal; those with an i are powers of 1024. */
const UNIT_BYTES: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1e3,
  kb: 1e3,
  m: 1e6,
  mb: 1e6,
  g: 1e9,
  gb: 1e9,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
};

/** What stands after `size:`. */
export function readSize(text: string, start: number): FilterTerm {
  const operator = /^(?:<=|>=|<|>|=)/.exec(text)?.[0] ?? '';
  if (operator === '') return readSizeRange(text, start);
  const number = text.slice(operator.length);
  if (number === '') throw new FilterSyntaxError(start, start + text.length, WANTED);
  const bytes = readBytes(number, start + operator.length);
  switch (operator) {
    case '<':
      return { kind: 'size', from: 0, to: Math.ceil(bytes) - 1 };
    case '<=':
      return { kind: 'size', from: 0, to: bytes };
    case '>':
      return { kind: 'size', from: Math.floor(bytes) + 1, to: Infinity };
    case '>=':
      return { kind: 'size', from: bytes, to: Infinity };
    default:
      return { kind: 'size', from: bytes, to: bytes };
  }
}

function readSizeRange(text: string, start: number): FilterTerm {
  const range = readRange(text, start);
  const from = range.from === null ? 0 : readBytes(range.from.text, range.from.start);
  const to = range.to === null ? Infinity : readBytes(range.to.text, range.to.start);
  if (range.from === null && range.to === null)
    throw new FilterSyntaxError(start, start + text.length, WANTED);
  if (from > to) {
    throw new FilterSyntaxError(start, start + text.length, 'The smaller size has to come first.');
  }
  return { kind: 'size', from, to };
}

function readBytes(text: string, start: number): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([a-z]*)$/i.exec(text) ?? [];
  const unitBytes = unit === undefined ? undefined : UNIT_BYTES[unit.toLowerCase()];
  if (number === undefined || unitBytes === undefined) {
    throw new FilterSyntaxError(start, start + text.length, WANTED);
  }
  return Number(number) * unitBytes;
}

const WANTED = 'A size is a number with or without a unit: size:200, size:>1kB, size:10..200.';
