import { parseUrl } from '#domain/format/parseUrl.ts';
import type { CatalogueAnswer } from '#domain/profile/catalogue/catalogueAnswer.ts';
import { MAX_CATALOGUE_BYTES } from '#domain/profile/catalogue/catalogueLimits.ts';
import type { IncomingMessage } from 'node:http';
import { isInternalAddress, type TargetPolicy } from '../guard/targetPolicy.ts';
import { explainAnswerError } from '../handshake/answerFailure.ts';
import { Attempt, AttemptEnd, failed } from '../handshake/attempt.ts';
import { connectTarget } from '../handshake/connectTarget.ts';
import { systemCodeOf } from '../handshake/failure.ts';
import type { AttemptPlan } from '../handshake/planAttempt.ts';
import { planHttp } from '../handshake/planHttp.ts';
import { requestOn } from '../handshake/requestOn.ts';
import { hostOf } from '../handshake/target.ts';
import { CATALOGUE_LIMITS, CATALOGUE_TOTAL_MS, MAX_REDIRECTS } from './limits.ts';

export interface FetchCatalogueOptions {
  readonly signal: AbortSignal;
  /** Asked for every address after DNS, as for any other dial, and again for every redirect. */
  readonly policy: TargetPolicy;
  readonly userAgent: string;
  /** For all of it, ms. */
  readonly totalMs?: number;
}

/** What is wrong with an answer, in a sentence. */
class AnswerProblem extends Error {
  override readonly name = 'AnswerProblem';
}

/**
 * Asks a site for its catalogue: no cookies, no credentials, certificates always verified, and the text comes back as it
 * is. Never rejects.
 */
export async function fetchCatalogue(
  url: string,
  { signal, policy, userAgent, totalMs = CATALOGUE_TOTAL_MS }: FetchCatalogueOptions,
): Promise<CatalogueAnswer> {
  const limit = AbortSignal.timeout(totalMs);
  const either = AbortSignal.any([signal, limit]);
  try {
    let next = url;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const answer = await askOnce(next, { signal: either, policy: policyFor(url, policy), userAgent });
      if (typeof answer !== 'string') return answer;
      next = answer;
    }
    return problem(`${siteOf(url)} sends on from one address to the next without end.`);
  } catch (error) {
    if (limit.aborted && !signal.aborted) {
      return problem(`${siteOf(url)} did not give the file within ${totalMs / 1000} s.`);
    }
    return describeEnd(error);
  }
}

/**
 * A person who lets Postern ask one site has not let that site send it to machines that only this one can reach: a redirect
 * to another host goes to public addresses alone, wherever the companion is bound. What a proxy looks up is for it to say.
 */
function policyFor(url: string, policy: TargetPolicy): TargetPolicy {
  const first = parseUrl(url);
  const named = first === null ? '' : hostOf(first).toLowerCase();
  return (target) => {
    if (target.host.toLowerCase() === named || !isInternalAddress(target.address)) return policy(target);
    return `${named} sends on to ${target.host}, an address of this machine or its own network.`;
  };
}

/** The answer, or the URL that it sends on to. */
async function askOnce(url: string, options: FetchCatalogueOptions): Promise<CatalogueAnswer | string> {
  const attempt = new Attempt(() => {}, options.signal);
  try {
    const plan = planHttp(attempt, {
      url,
      name: 'address after ?profiles=',
      caPem: '',
      proxy: { kind: 'environment' },
      limits: CATALOGUE_LIMITS,
      policy: options.policy,
      userAgent: options.userAgent,
    });
    const message = await readHead(plan);
    const status = message.statusCode ?? 0;
    if (isRedirect(status)) return nextUrl(url, message);
    const mediaType = (message.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
    if (status < 200 || status > 299) return { kind: 'answered', status, mediaType, text: '' };
    const text = await attempt.race(readText(message), CATALOGUE_TOTAL_MS, (_resolve, reject) => {
      reject(new AttemptEnd({ kind: 'cancelled', step: 'answer' }));
    });
    return { kind: 'answered', status, mediaType, text };
  } finally {
    attempt.discard();
  }
}

async function readHead(plan: AttemptPlan): Promise<IncomingMessage> {
  const { attempt, facts, target, upgradeRequest, userAgent } = plan;
  const socket = await connectTarget(plan);
  const limitMs = CATALOGUE_LIMITS.answerMs;
  const step = { step: 'answer', limitMs, timeoutCode: 'answer-timeout', facts } as const;
  const request = { method: 'GET', host: target.authority, path: target.path, userAgent } as const;
  return attempt.run(step, () =>
    requestOn(socket, request).catch((error: unknown) => {
      // What came is not quoted: it is somebody else's.
      const { code } = explainAnswerError(error, null, upgradeRequest);
      throw failed('answer', code, { ...facts, limitMs, detail: '' }, systemCodeOf(error));
    }),
  );
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function nextUrl(url: string, { headers }: IncomingMessage): string {
  const next = parseUrl(headers.location ?? '', url);
  const isWeb = next?.protocol === 'https:' || next?.protocol === 'http:';
  if (next === null || !isWeb || headers.location === undefined) {
    throw new AnswerProblem(`${siteOf(url)} sends on to an address that is no https: URL.`);
  }
  if (url.startsWith('https:') && next.protocol === 'http:') {
    throw new AnswerProblem(
      `${siteOf(url)} sends on from https: to http:, where anybody on the way can change the file.`,
    );
  }
  // Credentials in the address would be sent to whoever it names.
  next.username = '';
  next.password = '';
  next.hash = '';
  return next.href;
}

async function readText(message: IncomingMessage): Promise<string> {
  const encoding = message.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    throw new AnswerProblem('The file came compressed, though Postern had asked for it as it is.');
  }
  if (Number(message.headers['content-length'] ?? 0) > MAX_CATALOGUE_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      length += chunk.byteLength;
      if (length > MAX_CATALOGUE_BYTES) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof AnswerProblem) throw error;
    throw new AnswerProblem('The connection was lost before all of the file had come.', { cause: error });
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(): AnswerProblem {
  return new AnswerProblem(
    `The file is larger than ${MAX_CATALOGUE_BYTES / 1024 / 1024} MiB, which is more than Postern reads. Split it in several.`,
  );
}

function describeEnd(error: unknown): CatalogueAnswer {
  if (error instanceof AnswerProblem) return problem(error.message);
  const outcome = error instanceof AttemptEnd ? error.outcome : null;
  // The handshake's advice speaks of gateways and options that a catalogue does not have.
  if (outcome?.kind === 'failed') return problem(outcome.failure.message);
  if (outcome?.kind === 'cancelled') return problem('Asking for the file was stopped.');
  return problem('The companion failed at asking for the file.');
}

function problem(message: string): CatalogueAnswer {
  return { kind: 'failed', message };
}

function siteOf(url: string): string {
  return parseUrl(url)?.host ?? 'The site';
}
