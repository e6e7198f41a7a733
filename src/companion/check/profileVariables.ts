import { randomUUID } from 'node:crypto';
import { SHARED_ENVIRONMENT_ID } from '#domain/profile/environment.ts';
import type { Environment } from '#domain/profile/environment.ts';
import { secretVariable } from '#domain/profile/namedSecrets.ts';
import { withDynamic, type DynamicSources } from '#domain/profile/variables/dynamicVariables.ts';
import { lookupIn } from '#domain/profile/variables/variableLookup.ts';
import type { VariableLookup } from '#domain/profile/variables/variableLookup.ts';
import { CallProblem } from './callProblem.ts';
import type { Variables } from '../environment/variables.ts';

const LIVE_SOURCES: DynamicSources = { now: Date.now, random: Math.random, uuid: randomUUID };

/** Values for the `{{variables}}` of a profile. */
export interface ProfileVariables {
  readonly lookup: VariableLookup;
  /** Every value of a secret that has been filled in so far. */
  readonly hidden: ReadonlySet<string>;
}

/**
 * The variables of a file's environment, those of all its environments, and for what is a secret or has no value there
 * `POSTERN_NAME`. Other variables of this machine are out of reach: a profile may come from somebody else. Throws
 * `CallProblem` for an environment that the file does not have.
 */
export function profileVariables(
  environments: readonly Environment[],
  chosen: string | null,
  variables: Variables,
): ProfileVariables {
  const hidden = new Set<string>();
  const inFile = lookupIn(environmentsInUse(environments, chosen), {});
  const find: VariableLookup = (name) => {
    const value = inFile(name);
    if (value !== null && !value.isSecret) return value;
    const text = variables.get(secretVariable(name));
    if (text === undefined) return null;
    hidden.add(text);
    return { text, isSecret: true };
  };
  return { lookup: withDynamic(find, LIVE_SOURCES), hidden };
}

function environmentsInUse(
  environments: readonly Environment[],
  chosen: string | null,
): readonly Environment[] {
  const shared = environments.filter(({ id }) => id === SHARED_ENVIRONMENT_ID);
  if (chosen === null) return shared;
  const named = environments.filter(({ id }) => id !== SHARED_ENVIRONMENT_ID);
  const found = named.find(({ name }) => name.toLowerCase() === chosen.toLowerCase());
  if (found !== undefined) return [found, ...shared];
  const names = named.map(({ name }) => `“${name}”`).join(', ');
  throw new CallProblem(
    `There is no environment of the name that --environment gives. ${names === '' ? 'The file has none.' : `The file has ${names}.`}`,
  );
}

/** What to do about variables that have no value, in a sentence. */
export function missingSentence(names: readonly string[], where: string): string {
  const written = names.map((name) => `{{${name}}}`).join(', ');
  const [first = ''] = names;
  const verb = names.length === 1 ? 'has' : 'have';
  return `${where}: ${written} ${verb} no value. Choose an --environment of the file that has one, or set ${secretVariable(first)}${names.length === 1 ? '' : ' and so on'}, or write it into an --env-file.`;
}
