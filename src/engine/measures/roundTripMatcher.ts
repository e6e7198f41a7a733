import type { AnswerWay, AskedCounts } from '#domain/transcript/measures.ts';
import { ByteNeedle, isAt } from './byteNeedle.ts';
import { expectAnswer, parseObject } from './expectation.ts';
import type { Expectation } from './expectation.ts';

/** An answer that takes longer is found by whoever knows what to look for; awaiting it for ever would cost every message. */
export const MAX_AWAITED_MS = 60_000;

/** Messages, and pings, that are awaited at a time: more are under way only where a script sends, and the oldest goes. */
export const MAX_AWAITED = 64;

/** Copies of awaited messages take no more than this, bytes. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024;

/**
 * What may be searched of received messages while something is awaited, bytes: so much at once, and so much more each
 * second. It takes a second to search some 600 MB for one thing, and an awaited message is up to four. So a message in a
 * flood of 200 MB/s has half a second to be answered, and costs the flood as much; with many messages awaited for long
 * it is a tenth of the engine's time.
 */
const SEARCH_BYTES = 256 * 1024 * 1024;
const SEARCH_BYTES_PER_SECOND = 64 * 1024 * 1024;

/** In a larger message an id is not looked for: it would be parsed to see whether the id is its own. */
const MAX_ID_MESSAGE_BYTES = 1024 * 1024;

export interface RoundTrip {
  /** Index of the sent entry. */
  readonly asked: number;
  readonly ms: number;
  readonly way: AnswerWay;
}

interface Awaited extends Expectation {
  readonly index: number;
  readonly time: number;
  /** What its copy takes. */
  readonly keptBytes: number;
  /** A message that holds this one has come; what carries its id may still come. */
  hasPart: boolean;
}

/** A field that ids of awaited messages stand in. */
interface IdField {
  readonly name: string;
  /** The name with its quotes. */
  readonly needle: ByteNeedle;
  awaited: number;
}

/**
 * Matches received messages to the sent ones that they answer. A payload is compared only while something is awaited.
 *
 * - The strictest way that fits wins, and in it the message that has waited longest: servers answer in order, unless an
 *   id says otherwise.
 * - One received message answers one sent message. An `echo` or an `id` ends the wait; after a mere `part` a message with
 *   an id is awaited on, since Web PubSub sends both the message back and an ack.
 * - An id counts only as a field of the message itself: deeper down it may be that of anything. The field has the same
 *   name in both.
 * - A connection that ends takes what it awaited with it.
 */
export class RoundTripMatcher {
  /** In the order in which they were sent. */
  #messages: Awaited[] = [];
  #pings: Awaited[] = [];
  #keptBytes = 0;
  #searchable = SEARCH_BYTES;
  #searchedAt = 0;
  #sentMessages = 0;
  #sentPings = 0;
  #unansweredMessages = 0;
  #unansweredPings = 0;
  readonly #fields = new Map<string, IdField>();

  get isAwaiting(): boolean {
    return this.#messages.length > 0;
  }

  get messages(): AskedCounts {
    const awaited = this.#messages.filter(({ hasPart }) => !hasPart).length;
    return { sent: this.#sentMessages, awaited, unanswered: this.#unansweredMessages };
  }

  get pings(): AskedCounts {
    return { sent: this.#sentPings, awaited: this.#pings.length, unanswered: this.#unansweredPings };
  }

  isAwaited(index: number): boolean {
    const isThis = (awaited: Awaited) => awaited.index === index;
    return this.#messages.some(isThis) || this.#pings.some(isThis);
  }

  sendMessage(index: number, time: number, payload: Uint8Array, isText: boolean): void {
    this.giveUpOld(time);
    this.#sentMessages += 1;
    const expectation = expectAnswer(payload, isText);
    if (expectation.echo === null) this.#unansweredMessages += 1;
    else this.#await({ ...expectation, index, time, keptBytes: payload.byteLength, hasPart: false });
  }

  sendPing(index: number, time: number, payload: Uint8Array): void {
    this.giveUpOld(time);
    this.#sentPings += 1;
    const expectation = { echo: payload.slice(), data: null, parts: [], id: null };
    this.#pings.push({ ...expectation, index, time, keptBytes: 0, hasPart: false });
    if (this.#pings.length > MAX_AWAITED) this.#giveUpPing();
  }

  receivePong(time: number, payload: Uint8Array): RoundTrip | null {
    this.giveUpOld(time);
    const place = this.#pings.findIndex(({ echo }) => isSame(echo, payload, 0, payload.length));
    const [ping] = place === -1 ? [] : this.#pings.splice(place, 1);
    return ping === undefined ? null : roundTripOf(ping, time, 'pong');
  }

  /** The payload is `bytes` from `start` to `end`. To be called only while `isAwaiting`. */
  receiveMessage(time: number, bytes: Uint8Array, start: number, end: number): RoundTrip | null {
    this.giveUpOld(time);
    const echoed = this.#messages.find(({ echo }) => isSame(echo, bytes, start, end));
    if (echoed !== undefined) return this.#answer(echoed, time, 'echo');
    if (!this.#maySearch(time, end - start)) return null;
    return this.#findById(time, bytes, start, end) ?? this.#findPart(time, bytes, start, end);
  }

  /** The connection has ended, or another begins. */
  end(): void {
    while (this.#messages.length > 0) this.#giveUpMessage();
    while (this.#pings.length > 0) this.#giveUpPing();
  }

  /** Lets go of what has waited too long at this time. */
  giveUpOld(time: number): void {
    const since = time - MAX_AWAITED_MS;
    while ((this.#messages[0]?.time ?? time) < since) this.#giveUpMessage();
    while ((this.#pings[0]?.time ?? time) < since) this.#giveUpPing();
  }

  #findById(time: number, bytes: Uint8Array, start: number, end: number): RoundTrip | null {
    if (end - start > MAX_ID_MESSAGE_BYTES) return null;
    for (const { name, needle, awaited } of this.#fields.values()) {
      if (awaited === 0 || !this.#hasIdWithin(name, needle, bytes, start, end)) continue;
      const message = parseObject(decoder.decode(bytes.subarray(start, end)));
      const asked = this.#messages.find(({ id }) => id?.field === name && message?.[name] === id.value);
      if (asked === undefined) continue;
      return this.#answer(asked, time, name === 'ackId' && message?.['type'] === 'ack' ? 'ack' : 'id');
    }
    return null;
  }

  /** Whether one of the ids that are awaited stands in such a field anywhere: most messages need no parsing. */
  #hasIdWithin(name: string, needle: ByteNeedle, bytes: Uint8Array, start: number, end: number): boolean {
    for (let at = needle.findIn(bytes, start, end); at !== -1; at = needle.findIn(bytes, at + 1, end)) {
      const valueAt = skipToValue(bytes, at + needle.bytes.length, end);
      if (this.#messages.some(({ id }) => id?.field === name && isTokenAt(bytes, valueAt, id.token)))
        return true;
    }
    return false;
  }

  #findPart(time: number, bytes: Uint8Array, start: number, end: number): RoundTrip | null {
    const asked = this.#messages.find(
      ({ hasPart, data, parts }) =>
        !hasPart &&
        (isSame(data, bytes, start, end) || parts.some((part) => part.findIn(bytes, start, end) !== -1)),
    );
    if (asked === undefined) return null;
    if (asked.id === null) return this.#answer(asked, time, 'part');
    asked.hasPart = true;
    return roundTripOf(asked, time, 'part');
  }

  #await(awaited: Awaited): void {
    this.#messages.push(awaited);
    this.#keptBytes += awaited.keptBytes;
    if (awaited.id !== null) this.#fieldOf(awaited.id.field).awaited += 1;
    while (this.#messages.length > MAX_AWAITED || this.#keptBytes > MAX_KEPT_BYTES) this.#giveUpMessage();
  }

  #fieldOf(name: string): IdField {
    const known = this.#fields.get(name);
    if (known !== undefined) return known;
    const field = { name, needle: new ByteNeedle(new TextEncoder().encode(`"${name}"`)), awaited: 0 };
    this.#fields.set(name, field);
    return field;
  }

  #answer(asked: Awaited, time: number, way: AnswerWay): RoundTrip {
    this.#messages.splice(this.#messages.indexOf(asked), 1);
    this.#letGo(asked);
    return roundTripOf(asked, time, way);
  }

  #giveUpMessage(): void {
    const oldest = this.#messages.shift();
    if (oldest === undefined) return;
    this.#letGo(oldest);
    if (!oldest.hasPart) this.#unansweredMessages += 1;
  }

  #letGo({ keptBytes, id }: Awaited): void {
    this.#keptBytes -= keptBytes;
    if (id !== null) this.#fieldOf(id.field).awaited -= 1;
  }

  #giveUpPing(): void {
    if (this.#pings.shift() !== undefined) this.#unansweredPings += 1;
  }

  /** Where there has been too much to search, nothing is awaited any more. */
  #maySearch(time: number, byteLength: number): boolean {
    const seconds = Math.max(0, time - this.#searchedAt) / 1_000;
    this.#searchedAt = Math.max(time, this.#searchedAt);
    this.#searchable = Math.min(SEARCH_BYTES, this.#searchable + seconds * SEARCH_BYTES_PER_SECOND);
    this.#searchable -= this.#searches() * byteLength;
    if (this.#searchable >= 0) return true;
    this.#searchable = 0;
    while (this.#messages.length > 0) this.#giveUpMessage();
    return false;
  }

  /** How often the bytes of a message are gone through. */
  #searches(): number {
    let searches = 0;
    for (const { awaited } of this.#fields.values()) if (awaited > 0) searches += 1;
    for (const { hasPart, parts } of this.#messages) if (!hasPart) searches += parts.length;
    return searches;
  }
}

const decoder = new TextDecoder();

function roundTripOf({ index, time: sentAt }: Awaited, time: number, way: AnswerWay): RoundTrip {
  return { asked: index, ms: time - sentAt, way };
}

function isSame(payload: Uint8Array | null, bytes: Uint8Array, start: number, end: number): boolean {
  return payload !== null && payload.length === end - start && isAt(bytes, start, payload);
}

/** Over white space and the colon between a field's name and its value (RFC 8259 section 2). */
function skipToValue(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && BETWEEN_NAME_AND_VALUE.includes(bytes[at] ?? 0)) at += 1;
  return at;
}

const BETWEEN_NAME_AND_VALUE = new TextEncoder().encode(': \t\r\n');

/** The token, and no longer number that begins like it. */
function isTokenAt(bytes: Uint8Array, start: number, token: Uint8Array): boolean {
  const behind = bytes[start + token.length] ?? 0;
  return isAt(bytes, start, token) && !(behind >= DIGIT_0 && behind <= DIGIT_9);
}

const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
