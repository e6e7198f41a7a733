import { API_PATHS } from '#wire/companionApi.ts';
import { parseVariableValue } from '#wire/parseVariables.ts';
import { callCompanion } from './callCompanion.ts';

/** The value of a variable of the companion's environment. No query: a cache would keep it. Rejects with `ApiError`. */
export async function fetchVariable(name: string, signal: AbortSignal): Promise<string> {
  const path = API_PATHS.variable;
  return (await callCompanion({ path, body: { name }, parse: parseVariableValue, signal })).value;
}
