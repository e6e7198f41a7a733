import type { EntryKind } from '../entry.ts';
import type { FilterTerm } from './filterNode.ts';
import { FilterSyntaxError } from './filterSyntaxError.ts';
import { readSize } from './readSize.ts';
import { readAfter, readBefore, readLast, readTime } from './readTime.ts';

/** Kinds by what is typed after `kind:`; what happened to the connection is found with the control frames. */
const KINDS: Readonly<Record<string, readonly EntryKind[]>> = {
  text: ['text'],
  binary: ['binary'],
  ping: ['ping'],
  pong: ['pong'],
  close: ['close'],
  opened: ['opened'],
  ended: ['ended'],
  data: ['text', 'binary'],
  control: ['close', 'ping', 'pong', 'opened', 'ended'],
};

type ReadValue = (value: string, start: number) => FilterTerm;

const TERMS: Readonly<Record<string, ReadValue>> = {
  direction: readDirection,
  kind: readKinds,
  size: readSize,
  time: readTime,
  after: readAfter,
  before: readBefore,
  last: readLast,
  case: (text) => ({ kind: 'text', text, isCaseSensitive: true }),
};

const NAMED = /^([a-z]+):/i;

/** The name of a word that begins with one, such as `size:`; `null` for any other word. */
export function termNameOf(word: string): string | null {
  const name = NAMED.exec(word)?.[1]?.toLowerCase();
  return name !== undefined && Object.hasOwn(TERMS, name) ? name : null;
}

/** `value` is what stands after the colon, at `start`. */
export function readTerm(name: string, value: string, start: number): FilterTerm {
  const read = TERMS[name];
  if (value === '' || read === undefined) {
    throw new FilterSyntaxError(
      start - name.length - 1,
      start,
      `After ${name}: comes ${WANTED[name] ?? ''}.`,
    );
  }
  return read(value, start);
}

const DIRECTION_WANTED = 'sent or received';
const KIND_WANTED = 'text, binary, ping, pong, close, opened, ended, data or control';

const WANTED: Readonly<Record<string, string>> = {
  direction: DIRECTION_WANTED,
  kind: KIND_WANTED,
  size: 'a size: size:200, size:>1kB, size:10..200',
  time: 'a time or two: time:12:01, time:12:01..12:05',
  after: 'a time: after:12:01',
  before: 'a time: before:12:01',
  last: 'a duration: last:30s, last:5m',
  case: 'a text whose letters have to be found as they are: case:Echo',
};

function readDirection(value: string, start: number): FilterTerm {
  const direction = value.toLowerCase();
  if (direction === 'sent' || direction === 'received') return { kind: 'direction', direction };
  throw new FilterSyntaxError(start, start + value.length, `A direction is ${DIRECTION_WANTED}.`);
}

function readKinds(value: string, start: number): FilterTerm {
  const kinds: EntryKind[] = [];
  let at = start;
  for (const name of value.split(',')) {
    const key = name.toLowerCase();
    const named = Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
    if (named === undefined) {
      throw new FilterSyntaxError(at, Math.max(at + 1, at + name.length), `A kind is ${KIND_WANTED}.`);
    }
    kinds.push(...named);
    at += name.length + 1;
  }
  return { kind: 'kinds', kinds };
}
