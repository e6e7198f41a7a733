import type { Socket } from 'node:net';
import { AttemptEnd, failed, type StepPlan } from './attempt.ts';
import type { Proxy } from './chooseProxy.ts';
import { systemCodeOf } from './failure.ts';
import { openTunnel, secureProxy, type TunnelAnswer } from './openTunnel.ts';
import type { AttemptPlan } from './planAttempt.ts';
import { recordRefusal } from './recordRefusal.ts';
import { formatEndpoint } from './target.ts';
import { trustedAuthorities } from './tlsContext.ts';

/** Step `proxy`: TLS with the proxy when it wants that, then a tunnel to the target. */
export async function tunnelThroughProxy(plan: AttemptPlan, proxy: Proxy, socket: Socket): Promise<Socket> {
  const { attempt, limits, request, target } = plan;
  const facts = { peer: `the proxy ${formatEndpoint(proxy.host, proxy.port)}`, host: proxy.host };
  const step: StepPlan = { step: 'proxy', limitMs: limits.proxyMs, timeoutCode: 'proxy-timeout', facts };
  const { tls } = request.options;
  const trust = { ...trustedAuthorities(tls), rejectUnauthorized: tls.verifiesCertificate };

  const ask = async (): Promise<TunnelAnswer> => {
    const secured = await secureProxy(socket, proxy, trust, attempt);
    return await openTunnel(secured, proxy, target);
  };
  const answer = await attempt.run(step, () =>
    ask().catch((error: unknown) => {
      const detail = proxy.isSecure ? 'It was asked over TLS.' : '';
      throw failed('proxy', 'proxy-refused', { ...facts, limitMs: 0, detail }, systemCodeOf(error));
    }),
  );
  if (answer.kind === 'opened') return answer.socket;

  await recordRefusal(attempt, answer.response, answer.body, limits.bodyMs);
  const { status, reason } = answer.response;
  throw new AttemptEnd({ kind: 'refused', status, reason });
}
