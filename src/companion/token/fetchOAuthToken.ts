import type { HandshakeFailure } from '#domain/handshake/handshakeRecord.ts';
import type { OAuthTokenAnswer, OAuthTokenRequest } from '#domain/token/oauthToken.ts';
import type { Socket } from 'node:net';
import type { TargetPolicy } from '../guard/targetPolicy.ts';
import { explainAnswerError } from '../handshake/answerFailure.ts';
import { Attempt, AttemptEnd, failed } from '../handshake/attempt.ts';
import { connectTarget } from '../handshake/connectTarget.ts';
import { systemCodeOf } from '../handshake/failure.ts';
import type { AttemptPlan } from '../handshake/planAttempt.ts';
import { planHttp } from '../handshake/planHttp.ts';
import { readBody } from '../handshake/readBody.ts';
import { TOKEN_LIMITS } from './limits.ts';
import { postForm } from './postForm.ts';
import { readTokenAnswer } from './readTokenAnswer.ts';
import { secretsOf, tokenRequestAuthorization, tokenRequestBody } from './tokenRequestBody.ts';

export interface FetchTokenOptions {
  readonly signal: AbortSignal;
  /** Asked for every address after DNS, as for any other dial. */
  readonly policy: TargetPolicy;
  readonly userAgent: string;
  /** For the answer, ms. */
  readonly answerMs?: number;
}

/**
 * Asks a token endpoint for a token, over the same way out as a handshake: target policy, proxy, step limits and trust.
 * The certificate is always verified, because the client secret goes along. Redirects are not followed, for the same
 * reason. Never rejects.
 */
export async function fetchOAuthToken(
  request: OAuthTokenRequest,
  options: FetchTokenOptions,
): Promise<OAuthTokenAnswer> {
  const attempt = new Attempt(() => {}, options.signal);
  try {
    const { url, caPem, proxy } = request;
    const { answerMs = TOKEN_LIMITS.answerMs, policy, userAgent } = options;
    const limits = { ...TOKEN_LIMITS, answerMs };
    const target = { url, name: 'token endpoint', caPem, proxy, limits, policy, userAgent };
    const plan = planHttp(attempt, target);
    return await ask(plan, await connectTarget(plan), request, options);
  } catch (error) {
    return describeEnd(error, request);
  } finally {
    attempt.discard();
  }
}

async function ask(
  plan: AttemptPlan,
  socket: Socket,
  request: OAuthTokenRequest,
  { userAgent }: FetchTokenOptions,
): Promise<OAuthTokenAnswer> {
  const { attempt, facts, limits, target } = plan;
  const limitMs = plan.request.options.limits.answerMs;
  const step = { step: 'answer', limitMs, timeoutCode: 'answer-timeout', facts } as const;
  const message = await attempt.run(step, () =>
    postForm(socket, {
      host: target.authority,
      path: target.path,
      userAgent,
      authorization: tokenRequestAuthorization(request),
      body: tokenRequestBody(request),
    }).catch((error: unknown) => {
      // What came is not quoted: an echo server would send the secret back.
      const { code } = explainAnswerError(error, null, plan.upgradeRequest);
      throw failed('answer', code, { ...facts, limitMs, detail: '' }, systemCodeOf(error));
    }),
  );
  const reading = readBody(message, { head: Buffer.alloc(0), length: null });
  const body = await attempt.race(reading.done, limits.bodyMs, (resolve) => resolve(reading.soFar()));
  return readTokenAnswer(
    {
      status: message.statusCode ?? 0,
      contentType: message.headers['content-type'] ?? '',
      body: body.isTruncated ? '' : Buffer.from(body.base64, 'base64').toString(),
    },
    secretsOf(request),
  );
}

function describeEnd(error: unknown, request: OAuthTokenRequest): OAuthTokenAnswer {
  const outcome = error instanceof AttemptEnd ? error.outcome : null;
  if (outcome?.kind === 'failed') {
    const { code, message } = outcome.failure;
    const advice = adviseOn(outcome.failure, request);
    return { kind: 'failed', code, message: advice === '' ? message : `${message} ${advice}` };
  }
  if (outcome?.kind === 'cancelled') {
    return { kind: 'failed', code: 'cancelled', message: 'The token request was stopped.' };
  }
  return { kind: 'failed', code: 'unexpected', message: 'The companion failed at the token request.' };
}

/** The handshake's own advice speaks of gateways and of `ws:`; here the same failures mean something else to do. */
function adviseOn({ code, advice }: HandshakeFailure, { url }: OAuthTokenRequest): string {
  const own = OWN_ADVICE[code];
  return own === undefined ? advice : own(url);
}

const NO_ADVICE = () => '';
const adviseTls = (url: string) => (/^http:/i.test(url) ? 'If this port expects TLS, write https:.' : '');

const OWN_ADVICE: Partial<Record<HandshakeFailure['code'], (url: string) => string>> = {
  'tls-untrusted': () =>
    'Add the certificate authority that issued it to the TLS options of the profile. A token request always verifies, because it carries the client secret.',
  'tls-not-tls': () => 'Check the port of the token endpoint.',
  'answer-tls-expected': adviseTls,
  'answer-closed': adviseTls,
  'answer-reset': NO_ADVICE,
  'answer-timeout': NO_ADVICE,
  'answer-not-http': NO_ADVICE,
  'request-invalid': NO_ADVICE,
};
