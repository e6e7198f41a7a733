import { type FilterToken, FilterError, readTokens } from './filterTokens.ts';

/** What a filter may ask about a connection. */
export interface FilterFacts {
  readonly connectionId: string;
  /** `null` for an anonymous client. */
  readonly userId: string | null;
  readonly groups: readonly string[];
}

export type Filter = (facts: FilterFacts) => boolean;

type Value = string | number | boolean | null;
type Type = 'string' | 'int' | 'bool' | 'null';

/** A part of a filter, with the type of what it comes to. */
interface Expression {
  readonly type: Type;
  readonly of: (facts: FilterFacts) => Value;
}

/**
 * The subset of OData that the service's REST API takes for `filter`: its documentation, "OData filter syntax in Azure
 * Web PubSub service", has the grammar. Names are read in any case, values compared as they are. What is done with `null`
 * beyond `eq` and `ne`, and how a mistake is worded, is the emulator's choice.
 *
 * @throws FilterError
 */
export function parseFilter(text: string): Filter {
  const reader = createReader(readTokens(text));
  const { of } = expect('bool', readOr(reader));
  reader.end();
  return (facts) => of(facts) === true;
}

interface Reader {
  /** Whether the next token is one of these; takes it if so. */
  readonly take: (...words: readonly string[]) => string | null;
  /** The next token, whatever it is. */
  readonly next: () => FilterToken;
  readonly need: (word: string) => void;
  /** Whether the tokens that come next are these. */
  readonly sees: (...words: readonly string[]) => boolean;
  readonly end: () => void;
}

function createReader(tokens: readonly FilterToken[]): Reader {
  let at = 0;
  const wordAt = (index: number) => {
    const token = tokens[index];
    return token?.kind === 'word' ? token.text : null;
  };
  const take = (...words: readonly string[]) => {
    const word = wordAt(at);
    if (word === null || !words.includes(word)) return null;
    at += 1;
    return word;
  };
  return {
    take,
    next() {
      const token = tokens[at];
      if (token === undefined) throw new FilterError('It ends too early.');
      at += 1;
      return token;
    },
    need(word) {
      if (take(word) === null) throw new FilterError(`A “${word}” is missing.`);
    },
    sees: (...words) => words.every((word, offset) => wordAt(at + offset) === word),
    end() {
      if (at < tokens.length) throw new FilterError('Something follows its end.');
    },
  };
}

function readOr(reader: Reader): Expression {
  let left = readAnd(reader);
  while (reader.take('or') !== null) {
    const [one, other] = [expect('bool', left), expect('bool', readAnd(reader))];
    left = { type: 'bool', of: (facts) => one.of(facts) === true || other.of(facts) === true };
  }
  return left;
}

function readAnd(reader: Reader): Expression {
  let left = readComparison(reader);
  while (reader.take('and') !== null) {
    const [one, other] = [expect('bool', left), expect('bool', readComparison(reader))];
    left = { type: 'bool', of: (facts) => one.of(facts) === true && other.of(facts) === true };
  }
  return left;
}

/** By whether the left value comes before the right one (negative), is equal (0), or comes after it. */
const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

function readComparison(reader: Reader): Expression {
  const left = readUnary(reader);
  if (reader.take('in') !== null) return readIn(left, reader);
  const operator = reader.take('eq', 'ne', ...Object.keys(COMPARISONS));
  if (operator === null) return left;
  const right = readUnary(reader);
  if (left.type !== right.type && left.type !== 'null' && right.type !== 'null') {
    throw new FilterError(
      `${operator} compares a value of type ${left.type} with one of type ${right.type}.`,
    );
  }
  const fits = COMPARISONS[operator];
  return {
    type: 'bool',
    of(facts) {
      const [one, other] = [left.of(facts), right.of(facts)];
      if (fits === undefined) return (one === other) === (operator === 'eq');
      return one !== null && other !== null && fits(one === other ? 0 : one < other ? -1 : 1);
    },
  };
}

function readIn(left: Expression, reader: Reader): Expression {
  if (takeGroups(reader)) {
    return { type: 'bool', of: (facts) => facts.groups.some((group) => group === left.of(facts)) };
  }
  reader.need('(');
  const values = readList(reader);
  return { type: 'bool', of: (facts) => values.some((value) => value.of(facts) === left.of(facts)) };
}

/** `groups`, in as many parentheses as there are. */
function takeGroups(reader: Reader): boolean {
  if (reader.take('groups') !== null) return true;
  if (!reader.sees('(', 'groups') && !reader.sees('(', '(')) return false;
  reader.need('(');
  if (!takeGroups(reader)) throw new FilterError('“in” wants groups, or values in parentheses.');
  reader.need(')');
  return true;
}

/** What is between a parenthesis that has been read and the one that ends it. */
function readList(reader: Reader): readonly Expression[] {
  const values = [readOr(reader)];
  while (reader.take(',') !== null) values.push(readOr(reader));
  reader.need(')');
  return values;
}

/** It binds more tightly than anything else: `not length(userId) gt 5` negates a number, which is a mistake. */
function readUnary(reader: Reader): Expression {
  if (reader.take('not') === null) return readPrimary(reader);
  const operand = expect('bool', readUnary(reader));
  return { type: 'bool', of: (facts) => operand.of(facts) !== true };
}

const NAMED: Readonly<Record<string, Expression>> = {
  userid: { type: 'string', of: ({ userId }) => userId },
  connectionid: { type: 'string', of: ({ connectionId }) => connectionId },
  true: { type: 'bool', of: () => true },
  false: { type: 'bool', of: () => false },
  null: { type: 'null', of: () => null },
};

function readPrimary(reader: Reader): Expression {
  const token = reader.next();
  if (token.kind === 'string') return { type: 'string', of: () => token.value };
  if (token.kind === 'int') return { type: 'int', of: () => token.value };
  if (token.text === '(') {
    const inner = readOr(reader);
    reader.need(')');
    return inner;
  }
  const named = NAMED[token.text];
  if (named !== undefined) return named;
  reader.need('(');
  if (token.text === 'length' && takeGroups(reader)) {
    reader.need(')');
    return { type: 'int', of: ({ groups }) => groups.length };
  }
  return call(token.text, readList(reader));
}

interface StringFunction {
  readonly type: Type;
  /** The types of its arguments; those from `optional` on may be left out. */
  readonly takes: readonly Type[];
  readonly optional?: number;
  readonly run: (text: string, ...rest: readonly (string | number)[]) => Value;
}

const FUNCTIONS: Readonly<Record<string, StringFunction>> = {
  tolower: { type: 'string', takes: ['string'], run: (text) => text.toLowerCase() },
  toupper: { type: 'string', takes: ['string'], run: (text) => text.toUpperCase() },
  trim: { type: 'string', takes: ['string'], run: (text) => text.trim() },
  length: { type: 'int', takes: ['string'], run: (text) => text.length },
  concat: { type: 'string', takes: ['string', 'string'], run: (text, other) => `${text}${other}` },
  indexof: { type: 'int', takes: ['string', 'string'], run: (text, part) => text.indexOf(String(part)) },
  contains: { type: 'bool', takes: ['string', 'string'], run: (text, part) => text.includes(String(part)) },
  startswith: {
    type: 'bool',
    takes: ['string', 'string'],
    run: (text, part) => text.startsWith(String(part)),
  },
  endswith: { type: 'bool', takes: ['string', 'string'], run: (text, part) => text.endsWith(String(part)) },
  substring: {
    type: 'string',
    takes: ['string', 'int', 'int'],
    optional: 2,
    run: (text, start, length = text.length) => text.slice(Number(start), Number(start) + Number(length)),
  },
};

function call(name: string, values: readonly Expression[]): Expression {
  const { type, takes, optional, run } = FUNCTIONS[name] ?? {};
  if (type === undefined || takes === undefined || run === undefined) {
    throw new FilterError(`There is no ${name}.`);
  }
  if (values.length > takes.length || values.length < (optional ?? takes.length)) {
    throw new FilterError(`${name} takes another number of values.`);
  }
  const given = values.map((value, index) => expect(takes[index] ?? 'null', value));
  return {
    type,
    of(facts) {
      const [text, ...rest] = given.map((value) => value.of(facts));
      const known = rest.filter((value) => typeof value === 'string' || typeof value === 'number');
      return typeof text === 'string' && known.length === rest.length ? run(text, ...known) : null;
    },
  };
}

function expect(type: Type, expression: Expression): Expression {
  const fits = expression.type === type || (expression.type === 'null' && type !== 'bool');
  if (!fits)
    throw new FilterError(`It has a value of type ${expression.type} where one of type ${type} belongs.`);
  return expression;
}
