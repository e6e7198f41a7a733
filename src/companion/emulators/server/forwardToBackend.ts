import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import type { Duplex } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Clock } from '../clock.ts';
import { type Answer, type AnswerHeader, headText } from './answer.ts';
import { type CutLimits, cutWhenDue } from './cutWhenDue.ts';
import type { Exchange } from './exchange.ts';
import { LOOPBACK } from './listen.ts';

export interface BackendTarget {
  readonly port: number;
  /** Path and query. */
  readonly path: string;
}

/** Why there is no answer of the backend to hand on. */
export type BackendProblem =
  | 'unreachable'
  /** It took the connection, and closed it instead of answering. */
  | 'ended early'
  /** It took the connection, and has not answered in time. */
  | 'silent';

export interface ForwardOptions {
  readonly target: BackendTarget;
  readonly onProblem: (problem: BackendProblem) => Answer;
  readonly clock: Clock;
  /** How long the backend may take to answer; without it, any time. */
  readonly answerMs?: number;
  /** What ends the connection after the 101. */
  readonly cut?: CutLimits;
  /** True where something on the way takes the upgrade headers out, so that the backend sees a plain GET. */
  readonly stripsUpgrade?: boolean;
}

/**
 * Hands the call to the backend and its answer to the client, as a gateway does after its policies. After a 101 the two
 * sockets are joined byte for byte, one backend connection for each client's; the end of one is the end of the other.
 */
export function forwardToBackend(
  { call, upgrade, answer }: Exchange,
  { target, onProblem, clock, answerMs, cut = {}, stripsUpgrade = false }: ForwardOptions,
): void {
  const clientSocket = upgrade?.socket ?? call.request.socket;
  const backendRequest = httpRequest({
    host: LOOPBACK,
    port: target.port,
    path: target.path,
    method: call.method,
    headers: [
      ...withoutHeaders(call.request.rawHeaders, stripsUpgrade ? ['host', ...UPGRADE] : ['host']),
      'Host',
      `${LOOPBACK}:${target.port}`,
    ],
    setHost: false,
    agent: false,
  });

  const abandon = () => {
    backendRequest.destroy();
  };
  let problem: BackendProblem | null = null;
  const stopWaiting =
    answerMs === undefined
      ? () => {}
      : clock.schedule(answerMs, () => {
          problem = 'silent';
          abandon();
        });
  clientSocket.once('close', abandon);
  backendRequest.once('close', () => {
    clientSocket.off('close', abandon);
    stopWaiting();
  });

  backendRequest.once('upgrade', (response: IncomingMessage, backendSocket: Duplex, backendHead: Buffer) => {
    if (upgrade === null) {
      backendSocket.destroy();
      return;
    }
    clientSocket.write(headText({ ...statusLine(response), headers: headerPairs(response), body: '' }));
    stopWaiting();
    join({ socket: upgrade.socket, head: upgrade.head }, { socket: backendSocket, head: backendHead });
    cutWhenDue(upgrade.socket, backendSocket, cut, clock);
  });
  backendRequest.once('response', (response: IncomingMessage) => {
    buffer(response).then(
      (body) => {
        answer({ ...statusLine(response), headers: endToEndHeaders(response, body.length), body });
      },
      () => {
        answer(onProblem('ended early'));
      },
    );
  });
  backendRequest.once('error', (error) => {
    problem ??= isConnected(error) ? 'ended early' : 'unreachable';
    if (!clientSocket.destroyed) answer(onProblem(problem));
  });

  sendBody(call.request, backendRequest, upgrade !== null);
}

/** Node's own words for a connection that was there and is no more. */
function isConnected(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

function sendBody(from: IncomingMessage, to: ClientRequest, isUpgrade: boolean): void {
  if (isUpgrade) to.end();
  else from.pipe(to);
}

interface End {
  readonly socket: Duplex;
  /** What arrived on it together with the handshake. */
  readonly head: Buffer;
}

function join(client: End, backend: End): void {
  for (const [from, to] of [
    [client, backend],
    [backend, client],
  ] as const) {
    from.socket.on('error', () => {
      to.socket.destroy();
    });
    from.socket.once('close', () => {
      to.socket.destroy();
    });
    to.socket.write(from.head);
    from.socket.pipe(to.socket);
  }
}

function statusLine(response: IncomingMessage): Pick<Answer, 'status' | 'reasonPhrase'> {
  return { status: response.statusCode ?? 0, reasonPhrase: response.statusMessage ?? '' };
}

function headerPairs({ rawHeaders }: IncomingMessage): AnswerHeader[] {
  const pairs: AnswerHeader[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    pairs.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
  }
  return pairs;
}

/** RFC 9110 section 7.6.1; the length is set anew because the body has been read whole. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']);

function endToEndHeaders(response: IncomingMessage, length: number): AnswerHeader[] {
  const kept = headerPairs(response).filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()));
  return [...kept, ['Content-Length', String(length)]];
}

/** What a proxy drops that does not know about upgrades (RFC 9110 section 7.6.1). */
const UPGRADE = ['connection', 'upgrade'];

function withoutHeaders(rawHeaders: readonly string[], names: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (!names.includes(name.toLowerCase())) kept.push(name, rawHeaders[index + 1] ?? '');
  }
  return kept;
}
