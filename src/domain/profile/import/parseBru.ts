/**
 * The blocks of a file in Bruno's own language: `name { … }` with a `key: value` a line, `name [ … ]` with a list, and
 * blocks of text (scripts, documentation), which are taken as they are. It is what Bruno writes that is read, not all that its grammar allows.
 */
export interface BruBlock {
  /** For example `ws` or `auth:bearer`. */
  readonly name: string;
  /** From 1. */
  readonly line: number;
  readonly pairs: readonly BruPair[];
  readonly list: readonly string[];
  /** All of it, less the indentation that every line has. */
  readonly text: string;
}

export interface BruPair {
  readonly name: string;
  readonly value: string;
  /** `~` before the name switches it off. */
  readonly isEnabled: boolean;
}

export type ParsedBru =
  | { readonly ok: true; readonly blocks: readonly BruBlock[] }
  | { readonly ok: false; readonly message: string; readonly line: number };

const OPENING = /^([a-z][\w:-]*)\s*(\{|\[)\s*$/;
/** A name that holds a colon or a space stands in quotes. */
const QUOTED_NAME = /^"((?:[^"\\]|\\.)*)"\s*:/;
const TEXT_FENCE = /^\s*'''(?:\s*@contentType\(.*\))?\s*$/;

/** Whether a text has the look of one: its first block begins with its first line. */
export function looksLikeBru(text: string): boolean {
  return OPENING.test(text.trimStart().split(/\r?\n/, 1)[0] ?? '');
}

export function parseBru(text: string): ParsedBru {
  const lines = text.split(/\r?\n/);
  const blocks: BruBlock[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const [, name, bracket] = OPENING.exec(line) ?? [];
    if (name === undefined) {
      if (line.trim() !== '')
        return { ok: false, line: index + 1, message: 'A block such as “ws {” was expected.' };
      index += 1;
      continue;
    }
    // The end of a block stands at the beginning of its line; what is within is indented.
    const length = lines.slice(index + 1).findIndex((each) => /^[}\]]\s*$/.test(each));
    if (length === -1) return { ok: false, line: index + 1, message: `The block “${name}” is never closed.` };
    const body = lines.slice(index + 1, index + 1 + length);
    blocks.push({
      name,
      line: index + 1,
      pairs: bracket === '{' ? readPairs(body) : [],
      list:
        bracket === '['
          ? body.map((each) => each.trim().replace(/,$/, '')).filter((each) => each !== '')
          : [],
      text: body.map((each) => each.replace(/^ {2}/, '')).join('\n'),
    });
    index += length + 2;
  }
  return { ok: true, blocks };
}

function readPairs(lines: readonly string[]): readonly BruPair[] {
  const pairs: BruPair[] = [];
  let index = 0;
  while (index < lines.length) {
    const pair = readPair((lines[index] ?? '').trim());
    index += 1;
    if (pair === null) continue;
    let { value } = pair;
    if (TEXT_FENCE.test(value)) {
      const text: string[] = [];
      while (index < lines.length && !TEXT_FENCE.test(lines[index] ?? '')) {
        text.push(lines[index] ?? '');
        index += 1;
      }
      index += 1;
      value = withoutIndent(text);
    }
    pairs.push({ ...pair, value });
  }
  return pairs;
}

function readPair(line: string): BruPair | null {
  const isEnabled = !line.startsWith('~');
  const written = isEnabled ? line : line.slice(1).trimStart();
  const [quoted, name] = QUOTED_NAME.exec(written) ?? [];
  if (quoted !== undefined && name !== undefined) {
    return { name: name.replace(/\\(.)/g, '$1'), value: written.slice(quoted.length).trim(), isEnabled };
  }
  const colon = written.indexOf(':');
  if (colon === -1) return null;
  return { name: written.slice(0, colon).trim(), value: written.slice(colon + 1).trim(), isEnabled };
}

function withoutIndent(lines: readonly string[]): string {
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  const indent = indents.reduce((least, each) => Math.min(least, each), Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(indent)).join('\n');
}
