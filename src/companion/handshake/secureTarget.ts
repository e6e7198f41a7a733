import type { Socket } from 'node:net';
import type { SecureContext, TLSSocket } from 'node:tls';
import { failed, type StepPlan } from './attempt.ts';
import { describeTlsError } from './describeTlsError.ts';
import { systemCodeOf } from './failure.ts';
import type { AttemptPlan } from './planAttempt.ts';
import { readTls, secureSocket, TlsHandshakeError } from './secureSocket.ts';
import { trustFailureCode } from './trust.ts';

/** Step `tls`: the handshake, its record, and only then the question whether to trust it. */
export async function secureTarget(
  plan: AttemptPlan,
  context: SecureContext,
  socket: Socket,
): Promise<TLSSocket> {
  const { attempt, facts, request, target } = plan;
  const options = request.options.tls;
  const limitMs = request.options.limits.tlsMs;
  const step: StepPlan = { step: 'tls', limitMs, timeoutCode: 'tls-timeout', facts };

  const secured = await attempt.run(step, () =>
    secureSocket(socket, target, options, context, attempt).catch((error: unknown) => {
      throw tlsFailure(plan, error);
    }),
  );
  const tls = readTls(secured, target, options);
  attempt.emit({ type: 'secured', tls });
  if (tls.trust.kind === 'trusted' || tls.trust.isAccepted) return secured;
  const { code, message } = tls.trust;
  throw failed('tls', trustFailureCode(code), { ...facts, limitMs, detail: message }, code);
}

function tlsFailure({ facts, request }: AttemptPlan, error: unknown): Error {
  if (!(error instanceof TlsHandshakeError)) throw error;
  const detail = describeTlsError(error.code, error.cause, request.options.tls);
  return failed('tls', error.code, { ...facts, limitMs: 0, detail }, systemCodeOf(error.cause));
}
