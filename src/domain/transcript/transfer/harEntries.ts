import { decodeBase64 } from '../../format/base64.ts';
import type { DecodedBytes } from '../../format/decodedBytes.ts';
import { parseIsoTime } from '../../format/isoTime.ts';
import { isMembers, type Members } from '../../format/members.ts';
import { maskUrlBy } from '../../profile/maskUrlBy.ts';
import { ENTRY_KIND } from '../entry.ts';
import type { EntryKind } from '../entry.ts';
import type { FileEntry, ReadEntry } from './logEntry.ts';
import { problem, readCount } from './readMembers.ts';

/** What a HAR file says of one of its WebSockets, apart from the messages. */
export interface HarSocket {
  /** Its place among all entries of the file. */
  readonly index: number;
  readonly url: string;
  /** Milliseconds since the epoch; `null` where it does not say, or not in a way that is understood. */
  readonly startedAt: number | null;
  readonly status: number | null;
  readonly statusText: string;
  readonly messages: number;
  /** As HTTP Toolkit has it. */
  readonly close: {
    readonly code: number | null;
    readonly reason: string;
    readonly at: number | null;
  } | null;
}

const KIND_OF_OPCODE: ReadonlyMap<unknown, EntryKind> = new Map<unknown, EntryKind>([
  // A fragment that stands alone: what it belongs to is not said.
  [0, 'binary'],
  [ENTRY_KIND.text, 'text'],
  [ENTRY_KIND.binary, 'binary'],
  [ENTRY_KIND.close, 'close'],
  [ENTRY_KIND.ping, 'ping'],
  [ENTRY_KIND.pong, 'pong'],
]);

/** A message of `_webSocketMessages`, of whoever has written it. `startedAt` is what it takes for a time where it has none. */
export function readHarMessage(message: unknown, startedAt: number): ReadEntry {
  if (!isMembers(message)) return problem('It is not a JSON object.');
  const { type, opcode, data } = message;
  if (typeof data !== 'string') return problem('It has no “data”.');
  const time = readTime(message) ?? startedAt;
  // Chrome's way to say that the connection broke.
  if (type === 'error') return { kind: 'entry', entry: ourEntry('ended', time, `Failed: ${data}`) };
  if (type !== 'send' && type !== 'receive') return problem('Its type is neither “send” nor “receive”.');
  const kind = KIND_OF_OPCODE.get(opcode);
  if (kind === undefined)
    return problem(`Its opcode is ${JSON.stringify(opcode) ?? 'missing'}, which no message has.`);
  const payload = readPayload(kind, data, message);
  if (!payload.ok) return problem(payload.message);
  return {
    kind: 'entry',
    entry: {
      sequence: readCount(message['_posternSequence']),
      time,
      direction: type === 'send' ? 'sent' : 'received',
      kind,
      frames: readCount(message['_posternFrames']) ?? 1,
      isCompressed: message['_posternCompressed'] === true,
      isMasked: message['_posternMasked'] === true,
      payload: payload.bytes,
    },
  };
}

function readPayload(kind: EntryKind, data: string, message: Members): DecodedBytes {
  const exact = message['_posternBase64'];
  if (typeof exact === 'string') return decodeBase64(exact);
  return kind === 'text' ? { ok: true, bytes: new TextEncoder().encode(data) } : decodeBase64(data);
}

/** Later than any second of a log, earlier than any millisecond of one: 3 March 1973 as milliseconds. */
const LATEST_SECOND = 1e11;

/** Chrome and HTTP Toolkit write seconds, Playwright milliseconds, and -1 where it was told to leave times out. */
function readTime({ _posternTime: exact, time }: Members): number | null {
  if (typeof exact === 'number') return exact;
  if (typeof time !== 'number' || !(time >= 0)) return null;
  return time < LATEST_SECOND ? time * 1000 : time;
}

/** The facts of a HAR entry, from what was found of it; `null` for one that is no WebSocket. */
export function readHarSocket(index: number, found: Members, messages: number): HarSocket | null {
  const { _resourceType: type, request, response, startedDateTime, _webSocketClose: close } = found;
  if (type !== 'websocket' && messages === 0) return null;
  const url = isMembers(request) && typeof request['url'] === 'string' ? request['url'] : '';
  const { status, statusText } = isMembers(response) ? response : {};
  return {
    index,
    url,
    startedAt: typeof startedDateTime === 'string' ? parseIsoTime(startedDateTime) : null,
    status: readCount(status),
    statusText: typeof statusText === 'string' ? statusText : '',
    messages,
    close: isMembers(close) ? readClose(close) : null,
  };
}

function readClose({ code, reason, timestamp }: Members): HarSocket['close'] {
  return {
    code: readCount(code),
    reason: typeof reason === 'string' ? reason : '',
    at: typeof timestamp === 'number' && timestamp >= 0 ? readTime({ time: timestamp }) : null,
  };
}

/** What a log of ours would say where the WebSocket of another's file opened. */
export function harOpenedEntry(socket: HarSocket, time: number): FileEntry {
  const { url, status, statusText } = socket;
  // Which of its parameters are secrets is not known, so none of their values goes into the log.
  const parts = [`Open: ${maskUrlBy(url, () => true)}`];
  if (status !== null && status > 0) parts.push(`${status} ${statusText}`.trim());
  return ourEntry('opened', time, parts.join(', '));
}

/** And where it ended; `null` where the file does not say. */
export function harEndedEntry({ close }: HarSocket, lastTime: number): FileEntry | null {
  if (close === null) return null;
  const { code, reason, at } = close;
  const text = `Closed: ${code ?? 'no code'}.${reason === '' ? '' : ` Reason: ${reason}.`}`;
  return ourEntry('ended', at ?? lastTime, text);
}

function ourEntry(kind: 'opened' | 'ended', time: number, text: string): FileEntry {
  const whole = { frames: 0, isCompressed: false, isMasked: false } as const;
  const payload = new TextEncoder().encode(text);
  return { sequence: null, time, direction: 'received', kind, payload, ...whole };
}
