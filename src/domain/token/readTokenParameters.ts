import type { TokenParameter } from './oauthToken.ts';

/** They have fields of their own, and RFC 6749 section 3.2 forbids to give any parameter twice. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  'grant_type',
  'client_id',
  'client_secret',
  'scope',
  'audience',
]);

export type TokenParametersReading =
  | { readonly ok: true; readonly parameters: readonly TokenParameter[] }
  | { readonly ok: false; readonly message: string };

/** Reads one `name=value` a line. A message names the line, never a value, which may be a secret. */
export function readTokenParameters(text: string): TokenParametersReading {
  const parameters: TokenParameter[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const equals = line.indexOf('=');
    const name = line.slice(0, Math.max(equals, 0)).trim();
    if (name === '') return problem(`Line ${index + 1} is not written as name=value.`);
    if (OWN_NAMES.has(name)) return problem(`${name} is sent already: it has a field of its own.`);
    if (parameters.some((parameter) => parameter.name === name)) return problem(`${name} is given twice.`);
    parameters.push({ name, value: line.slice(equals + 1).trim() });
  }
  return { ok: true, parameters };
}

function problem(message: string): TokenParametersReading {
  return { ok: false, message };
}
