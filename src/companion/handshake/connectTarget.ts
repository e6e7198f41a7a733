import type { Socket } from 'node:net';
import { connectPeer } from './connectPeer.ts';
import type { AttemptPlan } from './planAttempt.ts';
import { secureTarget } from './secureTarget.ts';
import { tunnelThroughProxy } from './tunnelThroughProxy.ts';

/** Steps `dns` to `tls`: a socket on which the target reads HTTP. */
export async function connectTarget(plan: AttemptPlan): Promise<Socket> {
  const { proxy, tlsContext } = plan;
  let socket = await connectPeer(plan);
  if (proxy !== null) socket = await tunnelThroughProxy(plan, proxy, socket);
  return tlsContext === null ? socket : await secureTarget(plan, tlsContext, socket);
}
