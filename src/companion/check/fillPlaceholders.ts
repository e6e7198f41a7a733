import { CallProblem } from './callProblem.ts';
import type { Variables } from '../environment/variables.ts';

/** `${NAME}`; with another `$` before it, it stands for itself. */
const PLACEHOLDER = /\$?\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

export interface FilledText {
  readonly text: string;
  /** What was filled in. */
  readonly values: readonly string[];
}

/** Fills in the variables that a text of the command line names; throws `CallProblem` when there is no such variable. */
export function fillPlaceholders(text: string, variables: Variables): FilledText {
  const values: string[] = [];
  const filled = text.replace(PLACEHOLDER, (placeholder: string, name: string) => {
    if (placeholder.startsWith('$$')) return placeholder.slice(1);
    const value = variables.get(`POSTERN_${name}`) ?? variables.get(name);
    if (value === undefined) {
      throw new CallProblem(
        `\${${name}} has no value: set the variable POSTERN_${name} or ${name}, or write it into an --env-file.`,
      );
    }
    values.push(value);
    return value;
  });
  return { text: filled, values };
}

export function hasPlaceholder(text: string): boolean {
  return /(?<!\$)\$\{[A-Za-z_][A-Za-z0-9_]*\}/.test(text);
}
