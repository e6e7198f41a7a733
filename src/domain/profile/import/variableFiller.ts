import { fillVariables, type FilledText } from './fillVariables.ts';
import type { DraftVariables, Variables } from './requestDraft.ts';

/** Fills in the variables of one request, and remembers what it could not. */
export interface VariableFiller {
  /** `where` is for the list, for example `the URL`. */
  readonly fill: (text: string, where: string) => FilledText;
  /** A message is kept in the clear: secrets stay the variables that they are. */
  readonly fillMessage: (text: string, where: string) => string;
  readonly toFillIn: () => readonly string[];
}

export function createVariableFiller(
  { syntax, near, far }: DraftVariables,
  environment: Variables,
): VariableFiller {
  const find = (name: string) => near.get(name) ?? environment.get(name) ?? far.get(name);
  const open = new Set<string>();
  const note = (names: readonly string[], where: string) => {
    for (const name of names) open.add(`${name} in ${where}`);
  };
  return {
    fill(text, where) {
      const filled = fillVariables(text, syntax, find);
      note(filled.missing, where);
      return filled;
    },
    fillMessage(text, where) {
      // These are templates of addresses; in a message the same braces are those of JSON.
      if (syntax === 'curly') return text;
      const filled = fillVariables(text, syntax, (name) => {
        const variable = find(name);
        return variable?.isSecret === true ? undefined : variable;
      });
      note(filled.missing, where);
      return filled.text;
    },
    toFillIn: () => [...open],
  };
}
