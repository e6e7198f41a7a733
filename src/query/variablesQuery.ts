import { queryOptions, skipToken } from '@tanstack/react-query';
import { API_PATHS } from '#wire/companionApi.ts';
import { MAX_VARIABLE_NAME_LENGTH, parseVariableNames } from '#wire/parseVariables.ts';
import { callCompanion } from './callCompanion.ts';

/**
 * Which of these environment variables the companion has a value for. They change only with the companion: `startedAt` tells
 * which one, `null` where there is none to ask.
 */
export function variablesQuery(startedAt: number | null, names: readonly string[]) {
  return queryOptions({
    queryKey: ['companion', 'variables', startedAt, ...names],
    queryFn:
      startedAt === null
        ? skipToken
        : async ({ signal }) => {
            const body = { names: names.filter((name) => name.length <= MAX_VARIABLE_NAME_LENGTH) };
            const path = API_PATHS.variables;
            return (await callCompanion({ path, body, parse: parseVariableNames, signal })).names;
          },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  });
}
