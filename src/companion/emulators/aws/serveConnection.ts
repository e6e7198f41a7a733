import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Clock } from '../clock.ts';
import type { ManagedConnection } from './connections.ts';
import { ERROR_FRAMES } from './errorFrames.ts';
import { createFrameReader, type FrameHead } from './frameReader.ts';
import { newAwsId } from './ids.ts';
import type { Invocation } from './invoke.ts';
import type { LambdaEvent } from './lambda.ts';
import { type ConnectionFacts, disconnectEvent, messageEvent } from './lambdaEvent.ts';
import { AWS_CLOSES, AWS_LIMITS, type AwsClose } from './limits.ts';
import { selectRouteKey } from './routeSelection.ts';
import type { Route, Stage } from './stages.ts';

export interface ConnectionSetup {
  readonly socket: WebSocket;
  /** The socket below, for the frames that `ws` does not show. */
  readonly transport: Duplex;
  readonly stage: Stage;
  readonly facts: ConnectionFacts;
  readonly clock: Clock;
  readonly invoke: (route: Route, event: LambdaEvent) => Promise<Invocation>;
}

/** An open connection: routes its messages, keeps its limits, and tells `$disconnect` how it ended. */
export function serveConnection(setup: ConnectionSetup): ManagedConnection {
  const { socket, transport, stage, facts, clock, invoke } = setup;
  let lastActiveAt = clock.now();
  let closing: AwsClose | null = null;

  const close = (how: AwsClose) => {
    closing ??= how;
    socket.close(how.closeCode, how.reason);
  };
  const cancelDuration = clock.schedule(AWS_LIMITS.durationMs, () => {
    close(AWS_CLOSES.duration);
  });
  let cancelIdle = () => {};
  const stayActive = () => {
    lastActiveAt = clock.now();
    cancelIdle();
    cancelIdle = clock.schedule(AWS_LIMITS.idleMs, () => {
      close(AWS_CLOSES.idle);
    });
  };
  const send = (text: string | Uint8Array) => {
    if (socket.readyState !== socket.OPEN) return;
    stayActive();
    socket.send(text, { binary: false });
  };

  stayActive();
  watchFrames(transport, (head) => {
    const violation = violationOf(head);
    if (violation !== null) close(violation);
  });
  // `ws` closes with 1009 or another right code by itself; there is nothing to add.
  socket.on('error', () => {});
  socket.on('message', (data: Buffer) => {
    if (socket.readyState !== socket.OPEN) return;
    stayActive();
    void route(data.toString());
  });
  socket.once('close', (closeCode, reason) => {
    cancelDuration();
    cancelIdle();
    const disconnect = stage.routes.get('$disconnect');
    const ending = closing ?? { closeCode, reason: reason.toString() };
    if (disconnect !== undefined) void invoke(disconnect, disconnectEvent(facts, clock.now(), ending));
  });

  const route = async (message: string) => {
    const { connectionId } = facts;
    const routeKey = routeKeyOf(stage, message);
    const chosen = routeKey === null ? undefined : stage.routes.get(routeKey);
    if (routeKey === null || chosen === undefined) {
      send(ERROR_FRAMES.forbidden(connectionId, newAwsId()));
      return;
    }
    const event = messageEvent(facts, clock.now(), routeKey, message);
    const { extendedRequestId, messageId = '' } = event.requestContext;
    if (chosen.accepts?.(message) === false) {
      send(ERROR_FRAMES.badRequestBody(connectionId, messageId));
      return;
    }
    const invocation = await invoke(chosen, event);
    if (invocation.kind === 'failed' || isRefusedStatus(stage, invocation))
      send(ERROR_FRAMES.internalServerError(connectionId, extendedRequestId));
    else if (invocation.kind === 'timed out') send(ERROR_FRAMES.timedOut(connectionId, extendedRequestId));
    else if (chosen.isTwoWay === true) send(invocation.result.body ?? '');
  };

  return {
    stage: stage.name,
    connectionId: facts.connectionId,
    connectedAt: facts.connectedAt,
    identity: facts.identity,
    lastActiveAt: () => lastActiveAt,
    postText: send,
    disconnect: () => {
      close(AWS_CLOSES.deleted);
    },
  };
}

/** The status of a message route is ignored, unless the stage is one of those that are reported to heed it. */
function isRefusedStatus({ heedsRouteStatus }: Stage, invocation: Invocation): boolean {
  if (!heedsRouteStatus || invocation.kind !== 'returned') return false;
  const { statusCode } = invocation.result;
  return statusCode < 200 || statusCode > 299;
}

/** Life-cycle routes cannot be called by a message. */
const LIFECYCLE_ROUTES = new Set(['$connect', '$disconnect']);

function routeKeyOf({ routes }: Stage, message: string): string | null {
  const selected = selectRouteKey(message);
  if (routes.has(selected) && !LIFECYCLE_ROUTES.has(selected)) return selected;
  return routes.has('$default') ? '$default' : null;
}

/** RFC 6455 section 5.2; a continuation counts like the text that it continues. */
const CONTINUATION_OPCODE = 0;
const TEXT_OPCODE = 1;
const BINARY_OPCODE = 2;

function violationOf({ opcode, payloadLength }: FrameHead): AwsClose | null {
  if (opcode === BINARY_OPCODE) return AWS_CLOSES.binary;
  const isData = opcode === TEXT_OPCODE || opcode === CONTINUATION_OPCODE;
  return isData && payloadLength > AWS_LIMITS.frameBytes ? AWS_CLOSES.tooBig : null;
}

/** First in line, so that a frame is judged before `ws` hands its message on. */
function watchFrames(transport: Duplex, onFrame: (head: FrameHead) => void): void {
  transport.prependListener('data', createFrameReader(onFrame));
}
