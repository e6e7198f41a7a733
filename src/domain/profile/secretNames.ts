import type { Profile } from './profile.ts';

/** The names of the parameters and headers whose values the profile keeps as secrets. */
export function secretNames({ parameters, headers }: Profile): readonly string[] {
  return [...parameters, ...headers].filter(({ value }) => value.kind === 'secret').map(({ name }) => name);
}
