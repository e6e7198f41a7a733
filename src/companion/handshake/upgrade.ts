import type { HandshakeCheck, UpgradeResponse } from '#domain/handshake/handshakeRecord.ts';
import { checkOpeningHandshake, isOpening } from '#domain/websocket/checkOpeningHandshake.ts';
import { findHeader } from '#domain/websocket/headerField.ts';
import type { Socket } from 'node:net';
import { explainAnswerError } from './answerFailure.ts';
import { AttemptEnd, failed, type StepPlan } from './attempt.ts';
import { describeTlsError } from './describeTlsError.ts';
import { expectedAccept } from './expectedAccept.ts';
import { systemCodeOf } from './failure.ts';
import type { AttemptPlan } from './planAttempt.ts';
import { readBody } from './readBody.ts';
import { recordRefusal } from './recordRefusal.ts';
import { readResponseHead } from './responseHead.ts';
import { sendUpgrade, type Answer, type UpgradeExchange } from './sendUpgrade.ts';

/** A socket that has switched protocols. */
export interface Upgraded {
  readonly socket: Socket;
  /** What the server has sent behind its 101. */
  readonly head: Buffer;
  readonly subprotocol: string | null;
  /** The accepted extensions as the header has them. */
  readonly extensions: string | null;
}

/** Steps `request` and `answer`, and the checks of a 101. */
export async function upgrade(plan: AttemptPlan, socket: Socket): Promise<Upgraded> {
  const exchange = await send(plan, socket);
  const answer = await receive(plan, exchange);
  const response = readResponseHead(answer.message, 'target');
  if (answer.kind === 'response') {
    const body = readBody(answer.message, { head: Buffer.alloc(0), length: null });
    await recordRefusal(plan.attempt, response, body, plan.limits.bodyMs);
    check(plan, response);
    throw new AttemptEnd({ kind: 'refused', status: response.status, reason: response.reason });
  }
  plan.attempt.emit({ type: 'answered', response });
  const checks = check(plan, response);
  if (answer.kind === 'bare-101' || !isOpening(checks)) throw broken(plan, checks);
  return {
    socket,
    head: answer.head,
    subprotocol: findHeader(response.headers, 'Sec-WebSocket-Protocol')?.trim() ?? null,
    extensions: findHeader(response.headers, 'Sec-WebSocket-Extensions'),
  };
}

async function send(plan: AttemptPlan, socket: Socket): Promise<UpgradeExchange> {
  const { attempt, facts, limits, target, upgradeRequest } = plan;
  const step: StepPlan = {
    step: 'request',
    limitMs: limits.requestMs,
    timeoutCode: 'request-failed',
    facts,
  };
  return await attempt.run(step, async () => {
    const exchange = sendUpgrade(socket, upgradeRequest, target.path, () => {
      attempt.emit({ type: 'first-byte', atMs: attempt.elapsedMs });
    });
    attempt.emit({ type: 'requested', request: upgradeRequest });
    await exchange.sent;
    return exchange;
  });
}

async function receive(plan: AttemptPlan, exchange: UpgradeExchange): Promise<Answer> {
  const { attempt, facts, request, upgradeRequest } = plan;
  const limitMs = request.options.limits.answerMs;
  const step: StepPlan = { step: 'answer', limitMs, timeoutCode: 'answer-timeout', facts };
  return await attempt.run(step, () =>
    exchange.answer.catch((error: unknown) => {
      const { code, detail } = explainAnswerError(error, exchange.firstBytes(), upgradeRequest);
      const tlsDetail = describeTlsError(code, error, request.options.tls);
      throw failed('answer', code, { ...facts, limitMs, detail: tlsDetail || detail }, systemCodeOf(error));
    }),
  );
}

function check(
  { attempt, key, upgradeRequest }: AttemptPlan,
  response: UpgradeResponse,
): readonly HandshakeCheck[] {
  const checks = checkOpeningHandshake({
    request: upgradeRequest,
    response,
    expectedAccept: expectedAccept(key),
  });
  attempt.emit({ type: 'checked', checks });
  return checks;
}

function broken({ facts }: AttemptPlan, checks: readonly HandshakeCheck[]): AttemptEnd {
  const first = checks.find(({ verdict }) => verdict === 'broken');
  // A selected subprotocol may be a token that was offered as one: the check shows it, a message does not.
  const seen = first === undefined || first.id === 'subprotocol' ? '' : ` Seen: ${first.seen}`;
  const detail = first === undefined ? '' : `It breaks this rule: ${first.rule}${seen}`;
  return failed('checks', 'checks-broken', { ...facts, limitMs: 0, detail });
}
