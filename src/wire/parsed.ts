import * as v from 'valibot';

/** What came in, read; or a sentence that says where it is wrong. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/**
 * Reads `input` with `schema`. The message names the place and what should stand there, never what does: that may be
 * a secret, and the message goes to logs and screens.
 */
export function parseWith<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Parsed<T> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  return result.success
    ? { ok: true, value: result.output }
    : { ok: false, message: describeIssue(result.issues[0]) };
}

/** As `parseWith`, from JSON text. */
export function parseJsonWith<T>(schema: v.GenericSchema<unknown, T>, text: string): Parsed<T> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    // The parser's own words quote the text, which may hold secrets.
    return { ok: false, message: 'The message is not JSON.' };
  }
  return parseWith(schema, input);
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue) ?? 'The message';
  // The messages of checks (sizes, ranges) are written beside the check; those of types would quote what came.
  if (issue.kind !== 'schema') return `${place}: ${issue.message}`;
  return `${place}: expected ${issue.expected ?? 'something else'}.`;
}
