import { MAX_FILLED_LENGTH, MAX_VARIABLE_DEPTH } from './importLimits.ts';
import type { Variable, VariableSyntax } from './requestDraft.ts';

export interface FilledText {
  readonly text: string;
  /** The names of the variables that still stand in it, each once. */
  readonly missing: readonly string[];
  /** Whether the value of a variable that is a secret stands in it. */
  readonly isSecret: boolean;
}

/** What stands for a variable; or, in Insomnia's templates, for something that only Insomnia can work out (`{% response … %}`). */
const PATTERNS: Readonly<Record<Exclude<VariableSyntax, 'none'>, RegExp>> = {
  braces: /\{\{([^{}]{1,200})\}\}/g,
  underscore: /\{\{([^{}]{1,200})\}\}|(\{%[^{}%]{1,2000}%\})/g,
  angles: /<<([^<>]{1,200})>>/g,
  // In JSON such a brace is followed by a quote, in a template by a name.
  curly: /\{([\w.$-]{1,200})\}/g,
};

/** Puts the values of variables in their places; those that `find` does not know stay as they are written. */
export function fillVariables(
  text: string,
  syntax: VariableSyntax,
  find: (name: string) => Variable | undefined,
): FilledText {
  if (syntax === 'none') return { text, missing: [], isSecret: false };
  const pattern = PATTERNS[syntax];
  let filled = text;
  let isSecret = false;
  for (let depth = 0; depth < MAX_VARIABLE_DEPTH; depth += 1) {
    const pass = fillOnce(filled, pattern, find);
    isSecret ||= pass.isSecret;
    if (!pass.isChanged) break;
    filled = pass.text;
  }
  const missing = [...filled.matchAll(pattern)].map((match) => nameOf(match));
  return { text: filled, missing: [...new Set(missing)], isSecret };
}

interface Pass {
  readonly text: string;
  readonly isChanged: boolean;
  readonly isSecret: boolean;
}

/** One level of variables. What would grow too long is left as it is: a name that stands in its own value grows forever. */
function fillOnce(text: string, pattern: RegExp, find: (name: string) => Variable | undefined): Pass {
  const pieces: string[] = [];
  let length = text.length;
  let end = 0;
  let isChanged = false;
  let isSecret = false;
  for (const match of text.matchAll(pattern)) {
    const variable = find(nameOf(match));
    if (variable === undefined) continue;
    length += variable.value.length - match[0].length;
    if (length > MAX_FILLED_LENGTH) return { text, isChanged: false, isSecret };
    pieces.push(text.slice(end, match.index), variable.value);
    end = match.index + match[0].length;
    isChanged ||= variable.value !== match[0];
    isSecret ||= variable.isSecret;
  }
  return { text: pieces.join('') + text.slice(end), isChanged, isSecret };
}

function nameOf(match: RegExpMatchArray): string {
  const [, written, tag] = match;
  if (tag !== undefined) return tag;
  const name = (written ?? '').trim();
  // Insomnia: `_.name`, `_['name']`, and the older plain name.
  return /^_\[['"](.+)['"]\]$/.exec(name)?.[1] ?? name.replace(/^_\./, '');
}
