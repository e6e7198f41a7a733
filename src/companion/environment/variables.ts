import { parseEnv } from 'node:util';

/** Where secrets come from, by name. */
export type Variables = ReadonlyMap<string, string>;

/** The environment goes before the file. An empty variable is none: builds of forks get their secrets empty. */
export function createVariables(environment: NodeJS.ProcessEnv, envFile: string | null): Variables {
  const fromFile = envFile === null ? {} : parseEnv(envFile);
  return new Map(
    [...Object.entries(fromFile), ...Object.entries(environment)].flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value] as const],
    ),
  );
}
