import type { HandshakeStep, ResolvedAddress } from '#domain/handshake/handshakeRecord.ts';
import { isIP, type Socket } from 'node:net';
import { AttemptEnd, failed, type StepPlan } from './attempt.ts';
import { connectFirst, tcpFailureCode } from './connectFirst.ts';
import { describeFailure, systemCodeOf, type AttemptFailureCode } from './failure.ts';
import type { FailureFacts } from './failureTexts.ts';
import type { AttemptPlan } from './planAttempt.ts';
import { dnsFailureCode, resolveAddresses } from './resolveAddresses.ts';
import { formatEndpoint, isLoopback } from './target.ts';

/** Who the first packets go to: the target, or the proxy before it. */
interface Peer {
  readonly host: string;
  readonly port: number;
  readonly facts: Pick<FailureFacts, 'peer' | 'host'>;
}

/** Steps `dns` and `tcp`. */
export async function connectPeer(plan: AttemptPlan): Promise<Socket> {
  const { attempt, proxy, request } = plan;
  const { dnsMs, tcpMs } = request.options.limits;
  const peer = peerOf(plan);
  checkTunnelledTarget(plan);

  const dns = stepOf(plan, peer, 'dns', dnsMs, 'dns-timeout');
  const addresses = await attempt.run(dns, () =>
    resolveAddresses(peer.host, plan.lookup).catch((error: unknown) => {
      throw peerFailure(plan, dns, dnsFailureCode(error), error);
    }),
  );
  attempt.emit({ type: 'resolved', addresses });
  const permitted = proxy?.isFromEnvironment === true ? addresses : selectPermitted(plan, peer, addresses);

  const tcp = stepOf(plan, peer, 'tcp', tcpMs, 'tcp-timeout');
  const socket = await attempt.run(tcp, () =>
    connectFirst(permitted, peer.port, (opened) => attempt.keep(opened)).catch((error: unknown) => {
      throw peerFailure(plan, tcp, tcpFailureCode(error), error);
    }),
  );
  const remoteAddress = formatEndpoint(socket.remoteAddress ?? '', socket.remotePort ?? peer.port);
  attempt.emit({ type: 'connected', remoteAddress });
  return socket;
}

function peerOf({ target, proxy, facts }: AttemptPlan): Peer {
  if (proxy === null) return { host: target.host, port: target.port, facts };
  const peer = `the proxy ${formatEndpoint(proxy.host, proxy.port)}`;
  return { host: proxy.host, port: proxy.port, facts: { peer, host: proxy.host } };
}

function stepOf(
  { proxy }: AttemptPlan,
  { facts }: Peer,
  step: HandshakeStep,
  limitMs: number,
  timeoutCode: AttemptFailureCode,
): StepPlan {
  return { step, limitMs, facts, timeoutCode: proxy === null ? timeoutCode : 'proxy-timeout' };
}

/** A proxy that cannot be reached is called that, whatever the reason, which stands in the detail. */
function peerFailure(
  { proxy }: AttemptPlan,
  { step, limitMs, facts }: StepPlan,
  code: AttemptFailureCode,
  error: unknown,
): AttemptEnd {
  const direct = describeFailure(step, code, { ...facts, limitMs, detail: '' }, systemCodeOf(error));
  if (proxy === null) return new AttemptEnd({ kind: 'failed', failure: direct });
  const detail = direct.message;
  return failed(step, 'proxy-unreachable', { ...facts, limitMs, detail }, direct.systemCode);
}

/** The addresses that the policy allows; ends the attempt when it allows none. */
function selectPermitted(
  { policy }: AttemptPlan,
  { host, port, facts }: Peer,
  addresses: readonly ResolvedAddress[],
): readonly ResolvedAddress[] {
  const permitted = addresses.filter(({ address }) => policy({ host, port, address }) === null);
  const [first] = addresses;
  if (permitted.length > 0 || first === undefined) return permitted;
  const detail = policy({ host, port, address: first.address }) ?? '';
  throw failed('dns', 'target-forbidden', { ...facts, limitMs: 0, detail });
}

/** A proxy looks the target up itself; a target given by address is known all the same. */
function checkTunnelledTarget({ policy, proxy, target, facts }: AttemptPlan): void {
  if (proxy === null || (isIP(target.host) === 0 && !isLoopback(target.host))) return;
  const address = isIP(target.host) === 0 ? '127.0.0.1' : target.host;
  const detail = policy({ host: target.host, port: target.port, address });
  if (detail !== null) throw failed('dns', 'target-forbidden', { ...facts, limitMs: 0, detail });
}
