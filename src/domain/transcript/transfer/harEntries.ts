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
  /** When the recording began, or was written: what stands in for times that it does not say. */
  readonly recordedFrom: number;
  /** `null` where there was no answer, or it is not in the file. */
  readonly status: number | null;
  readonly statusText: string;
  /** Whether its opening handshake succeeded. */
  readonly isOpened: boolean;
  /** Those that were said: words on its failing stand among them in the file. */
  readonly messages: number;
  /** Why it failed, apart from its messages; `null` where the file does not say that it did. */
  readonly failure: string | null;
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

/** Whether this is no message, but Chrome's way to say that the connection failed, or did not come about. */
export function isHarFailure(message: unknown): boolean {
  return isMembers(message) && message['type'] === 'error';
}

/**
 * A message of `_webSocketMessages`, of whoever has written it. `lastTime` is what it takes for a time where it has none.
 * `socket` is the one that it belongs to; `null` in a file of ours, where that is not needed.
 */
export function readHarMessage(message: unknown, lastTime: number, socket: HarSocket | null): ReadEntry {
  if (!isMembers(message)) return problem('It is not a JSON object.');
  const { type, opcode, data } = message;
  if (typeof data !== 'string') return problem('It has no “data”.');
  const time = readTime(message) ?? lastTime;
  if (isHarFailure(message))
    return { kind: 'entry', entry: ourEntry('ended', time, failedText(socket, data)) };
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

/**
 * Chrome and HTTP Toolkit write seconds, Playwright milliseconds, and -1 where it was told to leave times out. Where no
 * handshake was sent, Chrome writes the seconds since the machine started.
 */
function readTime({ _posternTime: exact, _posternSequence: sequence, time }: Members): number | null {
  if (typeof exact === 'number') return exact;
  if (typeof time !== 'number' || !(time >= 0)) return null;
  const epochMs = time < LATEST_SECOND ? time * 1000 : time;
  return typeof sequence === 'number' ? epochMs : plausible(epochMs);
}

/** No WebSocket is older than RFC 6455, December 2011: what says so counts from another moment, or is no time at all. */
const EARLIEST_MS = 1_322_697_600_000;

function plausible(epochMs: number | null): number | null {
  return epochMs !== null && epochMs >= EARLIEST_MS ? epochMs : null;
}

/** When the request of a HAR entry was sent, milliseconds since the epoch; `null` where that is not known. */
export function readHarStart(startedDateTime: unknown): number | null {
  return typeof startedDateTime === 'string' ? plausible(parseIsoTime(startedDateTime)) : null;
}

/** The facts of a HAR entry, from what was found of it; `null` for one that is no WebSocket. */
export function readHarSocket(
  index: number,
  found: Members,
  messages: number,
  recordedFrom: number,
): HarSocket | null {
  const { request, response, startedDateTime, _webSocketClose: close } = found;
  const url = isMembers(request) && typeof request['url'] === 'string' ? request['url'] : '';
  const { status, statusText, _failureText: failure } = isMembers(response) ? response : {};
  if (!isRecordedAsWebSocket(found, messages) && status !== SWITCHING_PROTOCOLS && !/^wss?:/i.test(url))
    return null;
  // Chrome writes 0 and Playwright -1 where there was no answer, or one that did not open it.
  const answered = typeof status === 'number' && status > 0 ? status : null;
  return {
    index,
    url,
    startedAt: readHarStart(startedDateTime),
    recordedFrom,
    status: answered,
    statusText: typeof statusText === 'string' ? statusText : '',
    isOpened: answered === null ? messages > 0 : answered === SWITCHING_PROTOCOLS || isSuccess(answered),
    messages,
    failure: typeof failure === 'string' && failure !== '' ? failure : null,
    close: isMembers(close) ? readClose(close) : null,
  };
}

/** Whether the file would say what was said: Firefox and Safari write a WebSocket like any other request. */
export function isRecordedAsWebSocket(found: Members, messages: number): boolean {
  return found['_resourceType'] === 'websocket' || messages > 0;
}

const SWITCHING_PROTOCOLS = 101;

/** Over HTTP/2 (RFC 8441), it is 200 that opens a WebSocket. */
function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function readClose({ code, reason, timestamp }: Members): HarSocket['close'] {
  return {
    code: readCount(code),
    reason: typeof reason === 'string' ? reason : '',
    at: typeof timestamp === 'number' && timestamp >= 0 ? readTime({ time: timestamp }) : null,
  };
}

/** What a log of ours would say where the WebSocket of another's file opened; `null` for one that did not. */
export function harOpenedEntry(socket: HarSocket, time: number): FileEntry | null {
  const { status, statusText, isOpened } = socket;
  if (!isOpened) return null;
  const parts = [`Open: ${maskedUrl(socket)}`];
  if (status !== null) parts.push(`${status} ${statusText}`.trim());
  return ourEntry('opened', time, parts.join(', '));
}

/** And where it ended, or did not open; `null` where the file does not say. */
export function harEndedEntry(socket: HarSocket, lastTime: number): FileEntry | null {
  const { close, failure, isOpened, status, statusText } = socket;
  if (close !== null) {
    const { code, reason, at } = close;
    const text = `Closed: ${code ?? 'no code'}.${reason === '' ? '' : ` Reason: ${reason}.`}`;
    return ourEntry('ended', at ?? lastTime, text);
  }
  if (isOpened && failure === null) return null;
  const answer = status === null ? NO_ANSWER : `${status} ${statusText}`.trim();
  return ourEntry('ended', lastTime, failedText(socket, failure ?? answer));
}

const NO_ANSWER = 'the file does not say why';

function failedText(socket: HarSocket | null, reason: string): string {
  if (socket === null || socket.isOpened) return `Failed: ${reason}`;
  return `Not opened: ${reason.replace(/\.$/, '')}. ${maskedUrl(socket)}`;
}

/** Which of its parameters are secrets is not known, so none of their values goes into the log. */
function maskedUrl({ url }: HarSocket): string {
  return maskUrlBy(url, () => true);
}

function ourEntry(kind: 'opened' | 'ended', time: number, text: string): FileEntry {
  const whole = { frames: 0, isCompressed: false, isMasked: false } as const;
  const payload = new TextEncoder().encode(text);
  return { sequence: null, time, direction: 'received', kind, payload, ...whole };
}
