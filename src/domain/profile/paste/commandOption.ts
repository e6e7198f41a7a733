import type { PasteDraft } from './pasteDraft.ts';

/** One option of a command-line tool. */
export interface CommandOption {
  /** For example `['-H', '--header']`. */
  readonly names: readonly string[];
  /** `optional`: taken when the next word is not an option itself. */
  readonly value: 'none' | 'required' | 'optional';
  readonly take: (draft: PasteDraft, value: string, usedName: string) => void;
}

export function flag(names: string, take: (draft: PasteDraft) => void): CommandOption {
  return { names: names.split(' '), value: 'none', take };
}

export function valued(names: string, take: (draft: PasteDraft, value: string) => void): CommandOption {
  return { names: names.split(' '), value: 'required', take };
}

/** Options about the terminal or the protocol's usual course: leaving them out changes nothing, so nothing is said. */
export function silent(names: string): readonly CommandOption[] {
  return names.split(' ').map((name) => flag(name, () => {}));
}

export function silentValued(names: string): readonly CommandOption[] {
  return names.split(' ').map((name) => valued(name, () => {}));
}

/** An option that means something and is not taken over, with the reason: the end of the sentence. */
export function leftOut(names: string, because: string): CommandOption {
  return { names: names.split(' '), value: 'none', take: noteLeftOut(because) };
}

export function leftOutValued(names: string, because: string): CommandOption {
  return { names: names.split(' '), value: 'required', take: noteLeftOut(because) };
}

/** A page cannot read a file whose name it is told. */
export function file(names: string, where: string): CommandOption {
  return leftOutValued(
    names,
    `this page cannot read files by name. Choose the file under Options, ${where}.`,
  );
}

/** The value is not quoted: it may be a credential. */
function noteLeftOut(because: string): CommandOption['take'] {
  return (draft, _value, usedName) => draft.note(`${usedName} was left out: ${because}`);
}
