import type { PatternTerm } from './filterNode.ts';
import { FilterSyntaxError } from './filterSyntaxError.ts';

/** Between the slashes: no line has an end here, a slash in brackets or after a backslash ends nothing. */
const PATTERN = /\/((?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+)\/([dgimsuvy]*)(?=[\s)]|$)/y;

/** The flags that say where matching begins or what it reports do not change whether something is found. */
const IDLE_FLAGS = /[dgy]/g;

export interface ReadPattern {
  readonly term: PatternTerm;
  readonly end: number;
}

/** Reads `/a regular expression/flags`; `null` where a slash begins something else, such as a path. */
export function readPattern(text: string, start: number): ReadPattern | null {
  PATTERN.lastIndex = start;
  const [whole, source, flags] = PATTERN.exec(text) ?? [];
  if (whole === undefined || source === undefined || flags === undefined) return null;
  const end = start + whole.length;
  const term = { kind: 'pattern', source, flags: flags.replaceAll(IDLE_FLAGS, '') } as const;
  const fault = faultOf(term);
  if (fault !== null) {
    throw new FilterSyntaxError(start, end, `This regular expression is not valid: ${fault}.`);
  }
  return { term, end };
}

/** What the browser has to say against it, in the browser's words. */
function faultOf({ source, flags }: PatternTerm): string | null {
  try {
    RegExp(source, flags);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*: /s, '') : '';
  }
}
