import type { Ending } from '#domain/connection/connection.ts';
import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import type { NamedMessage } from '#domain/expectation/awaitedSaved.ts';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { CLOSE_CODE } from '#domain/websocket/closeCode.ts';
import type { OpenDial } from '../handshake/dial.ts';
import { RELAY_LIMITS } from '../relay/limits.ts';
import { UpstreamConnection, type RelayedEntry } from '../relay/upstreamConnection.ts';
import type { ExchangePlan } from './checkCommand.ts';
import type { ExpectationWatch } from './expectationWatch.ts';
import { matchReply } from './matchReply.ts';

/** What came of the messages that a check sends and waits for. */
export interface Exchange {
  readonly result: ExchangeResult;
  /** Messages received until the result was known. */
  readonly receivedCount: number;
  /** The first of them, at most `MAX_KEPT_REPLIES`. */
  readonly received: readonly ReceivedText[];
  /** The one that matches, when one does. */
  readonly reply: ReceivedText | null;
  /** From the beginning of the exchange to its result, ms. */
  readonly afterMs: number;
  /** How the connection ended when the other side ended it; else `null`. */
  readonly ending: Ending | null;
  /** Milliseconds since the epoch. */
  readonly openedAt: number;
  /** When the last message went either way; `null` when none did. */
  readonly lastTrafficAt: number | null;
}

export interface ReceivedText {
  /** The beginning of the message, as UTF-8. */
  readonly text: string;
  readonly byteLength: number;
}

export type ExchangeResult =
  /** Sent, and nothing was waited for. */
  | 'sent'
  | 'replied'
  | 'no-reply'
  /** The connection ended first. */
  | 'ended'
  /** The expression took too long. */
  | 'ran-away';

/** Replies that are kept to be shown: enough to see what kind of messages came in place of the one that was expected. */
const MAX_KEPT_REPLIES = 5;
/** Of each, bytes. */
const MAX_KEPT_BYTES = 4 * 1024;

/** For the peer's Close frame, ms: shorter than in the page, because a build waits for it. */
const CLOSE_MS = 2_000;

export interface ExchangeOrder {
  readonly plan: ExchangePlan;
  /** What the command line has sent; its `name` where it is a saved message. */
  readonly message: { readonly name: string | null; readonly message: OutgoingMessage } | null;
  /** What the expectations wait for an answer to, in their order. */
  readonly awaitedMessages: readonly NamedMessage[];
  readonly maxFrameBytes: number | null;
  /** `null` where nothing is expected beside the plan. */
  readonly watch: ExpectationWatch | null;
}

/** Sends and waits as planned over a connection that has just opened, until nothing is expected any more; and closes it. */
export async function exchangeMessages(
  opened: OpenDial,
  { plan, message, awaitedMessages, maxFrameBytes, watch }: ExchangeOrder,
): Promise<Exchange> {
  const openedAt = Date.now();
  const received: ReceivedText[] = [];
  let receivedCount = 0;
  let reply: ReceivedText | null = null;
  let lastTrafficAt: number | null = null;
  let ending: Ending | null = null;
  let settle: (result: ExchangeResult) => void = () => {};
  const settled = new Promise<ExchangeResult>((resolve) => {
    settle = resolve;
  });
  let isSettled = false;
  void settled.then(() => {
    isSettled = true;
  });

  function onEntry(entry: RelayedEntry): void {
    watch?.noteEntry(entry);
    if (entry.kind !== ENTRY_KIND.text && entry.kind !== ENTRY_KIND.binary) return;
    // For as long as it is open, whatever is known by then: how it ended is explained by when a message went last.
    lastTrafficAt = entry.time;
    if (isSettled || entry.isSent) return;
    receivedCount += 1;
    if (received.length < MAX_KEPT_REPLIES) received.push(toText(entry.payload));
    if (plan.expectedReply === null || reply !== null) return;
    const match = matchReply(plan.expectedReply, entry.payload);
    if (match === 'ran-away') settle('ran-away');
    if (match !== 'matches') return;
    reply = toText(entry.payload);
    settle('replied');
  }

  let isLeaving = false;
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const connection = new UpstreamConnection(
    opened,
    { limits: { ...RELAY_LIMITS, closeMs: CLOSE_MS }, maxFrameBytes },
    {
      onEntry,
      onClosing: (by) => {
        if (by === 'remote') settle('ended');
      },
      onWritten: () => {},
      onEnded: (how) => {
        ending = how;
        if (!isLeaving) watch?.noteEnded(how);
        settle('ended');
        end();
      },
    },
  );
  const others = awaitedMessages.filter(({ name }) => name !== message?.name);
  for (const each of message === null ? others : [message, ...others]) {
    if (!connection.isOpen) break;
    // Before it goes: the answer may be there before this goes on.
    if (each.name !== null) watch?.noteSaved(each.name);
    connection.send(each.message.kind, toBytes(each.message));
  }
  if (plan.expectedReply === null) settle('sent');
  const timer = setTimeout(() => settle('no-reply'), plan.replyTimeoutMs);
  const result = await settled;
  const afterMs = Date.now() - openedAt;
  clearTimeout(timer);
  await watch?.settled;
  isLeaving = true;
  const endedBefore = ending;
  connection.close(CLOSE_CODE.normal, '');
  await ended;
  return {
    result,
    receivedCount,
    received,
    reply,
    afterMs,
    ending: result === 'ended' ? ending : endedBefore,
    openedAt,
    lastTrafficAt,
  };
}

function toBytes(message: OutgoingMessage): Buffer {
  return message.kind === 'text' ? Buffer.from(message.text) : Buffer.from(message.bytes);
}

function toText(payload: Uint8Array): ReceivedText {
  return {
    text: new TextDecoder().decode(payload.subarray(0, MAX_KEPT_BYTES)),
    byteLength: payload.byteLength,
  };
}
