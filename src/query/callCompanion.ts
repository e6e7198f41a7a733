import { parseApiProblem } from '#wire/parseCompanionApi.ts';
import type { Parsed } from '#wire/parsed.ts';
import { ApiError } from './apiError.ts';

/** The companion is on this machine: an answer that takes longer will not come, ms. */
const CALL_LIMIT_MS = 10_000;

export interface CompanionCall<T> {
  readonly path: string;
  /** A call with a body is a POST. */
  readonly body?: unknown;
  readonly parse: (input: unknown) => Parsed<T>;
  readonly signal?: AbortSignal;
  /** For calls that dial out, ms: those wait for somebody else. */
  readonly limitMs?: number;
}

/** Calls the companion's HTTP API. Rejects with `ApiError`. */
export async function callCompanion<T>({
  path,
  body,
  parse,
  signal,
  limitMs = CALL_LIMIT_MS,
}: CompanionCall<T>): Promise<T> {
  const response = await send(path, body, signal, limitMs);
  const answer = await readJson(response);
  if (!response.ok) throw problemOf(response, answer);
  const parsed = parse(answer);
  if (!parsed.ok) throw unreadable(parsed.message);
  return parsed.value;
}

async function send(
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
  limitMs: number,
): Promise<Response> {
  const limit = AbortSignal.timeout(limitMs);
  try {
    return await fetch(path, {
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    if (limit.aborted) throw new ApiError('timed-out', 'The companion did not answer in time.', { cause });
    throw new ApiError('companion-absent', 'The companion is not running. Start it with npm start.', {
      cause,
    });
  }
}

/** `null` for an answer without a body; a static host answers with pages, which are not JSON. */
async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  try {
    return await response.json();
  } catch (cause) {
    throw new ApiError('companion-absent', 'No companion answers here: this page comes from a static host.', {
      cause,
    });
  }
}

function problemOf(response: Response, answer: unknown): ApiError {
  const problem = parseApiProblem(answer);
  if (problem.ok) return new ApiError(problem.value.code, problem.value.message);
  return new ApiError('companion-absent', `No companion answers here: the server says ${response.status}.`);
}

function unreadable(where: string): ApiError {
  return new ApiError(
    'answer-unreadable',
    `The companion answered in a way that this page does not understand (${where}). Reload the page: the two may be of different versions.`,
  );
}
