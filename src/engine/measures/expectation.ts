import { ID_FIELDS } from '#domain/transcript/measures.ts';
import { ByteNeedle } from './byteNeedle.ts';

/** An id that a message carries: the bytes of its value as JSON, quotes included. */
export interface MessageId {
  readonly field: string;
  readonly value: unknown;
  readonly token: Uint8Array;
}

/** What an answer to a sent message would look like. */
export interface Expectation {
  /** The payload that is an echo; `null` for a message that is empty, or too long to be kept. */
  readonly echo: Uint8Array | null;
  /** A payload that is the message's `data` alone; `null` for a message without. */
  readonly data: Uint8Array | null;
  /** One of these within a payload makes it an answer. */
  readonly parts: readonly ByteNeedle[];
  readonly id: MessageId | null;
}

/** A copy of each awaited message is kept, bytes: to a longer one no answer is looked for. */
const MAX_ECHO_BYTES = 1024 * 1024;

/** Longer messages are looked for whole, not within others. */
const MAX_PART_BYTES = 64 * 1024;

/** What is shorter stands in other messages by chance: `"ping"` with its quotes is long enough, `hello` is not. */
const MIN_PART_BYTES = 6;

const NOTHING_EXPECTED: Expectation = { echo: null, data: null, parts: [], id: null };

const encoder = new TextEncoder();

export function expectAnswer(payload: Uint8Array, isText: boolean): Expectation {
  const { byteLength } = payload;
  if (byteLength === 0 || byteLength > MAX_ECHO_BYTES) return NOTHING_EXPECTED;
  // The store's own bytes are on disk soon: a view of them would keep a whole segment in memory.
  const echo = payload.slice();
  if (!isText) return { ...NOTHING_EXPECTED, echo };
  const text = new TextDecoder().decode(payload);
  const message = parseObject(text);
  const data = message?.['data'];
  return {
    echo,
    data: typeof data === 'string' && data !== '' ? encoder.encode(data) : null,
    parts: partsOf(text, data),
    id: message === null ? null : idOf(message),
  };
}

/**
 * A service that wraps what it gets does so in JSON: as a value, or within a string, or it takes the `data` of it alone
 * (AWS and Web PubSub call it so).
 */
function partsOf(text: string, data: unknown): readonly ByteNeedle[] {
  const quoted = JSON.stringify(text);
  const forms = new Set([text, quoted, quoted.slice(1, -1)]);
  if (data !== undefined && data !== null) forms.add(JSON.stringify(data));
  const needles = Array.from(forms, (form) => encoder.encode(form)).filter(
    ({ byteLength }) => byteLength >= MIN_PART_BYTES && byteLength <= MAX_PART_BYTES,
  );
  // What holds a longer form holds the shorter one too.
  return needles
    .filter((bytes) => !needles.some((other) => other !== bytes && isWithin(other, bytes)))
    .map((bytes) => new ByteNeedle(bytes));
}

function isWithin(inner: Uint8Array, outer: Uint8Array): boolean {
  return inner.length < outer.length && new ByteNeedle(inner).findIn(outer, 0, outer.length) !== -1;
}

function idOf(message: Readonly<Record<string, unknown>>): MessageId | null {
  for (const field of ID_FIELDS) {
    const value = message[field];
    const isId = typeof value === 'number' || (typeof value === 'string' && value !== '');
    if (isId) return { field, value, token: encoder.encode(JSON.stringify(value)) };
  }
  return null;
}

/** The JSON object that a text is; `null` for any other text. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  if (!/^\s*\{/.test(text)) return null;
  try {
    // Its first character makes it an object.
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    // No JSON, whatever it looks like: it has no fields to compare.
    return null;
  }
}
