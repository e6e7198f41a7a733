import { encodeBase64 } from '../../format/base64.ts';
import { createIsoTimeFormatter } from '../../format/isoTime.ts';
import { describeClosePayload } from '../describeClosePayload.ts';
import { ENTRY_KIND } from '../entry.ts';
import { harHead } from './harHead.ts';
import { createJsonLinesEncoder } from './jsonLinesEncoder.ts';
import type { LogConnection, LogEncoder, LogRemarks } from './logEncoder.ts';
import type { LogEntry } from './logEntry.ts';
import { decodeText } from './payloadMembers.ts';

/** Tells our files from those of others. */
export const HAR_CREATOR = 'Postern';

/** What is written of the HAR entry that is under way. */
interface Part {
  readonly startedAt: number;
  hasMessages: boolean;
  lastTime: number;
  /** The Close frame that came or went last. */
  close: LogEntry | null;
}

const UNKNOWN: LogConnection = { startedAt: 0, url: '', record: null };

/**
 * HAR 1.2 with `_webSocketMessages`, the form that Chrome, HTTP Toolkit and Playwright share: an entry for each connection.
 * Times there are seconds, and the data of all but text is base64, as Chrome has them. What that form cannot say stands
 * under names that begin with `_postern`: numbers, exact times, frames; text that is not UTF-8; where the connection opened
 * and ended. An entry of ours begins with an `opened` entry of the log or ends with an `ended` one, as far as those are
 * there, so that its messages are in the order of the log.
 */
export function createHarEncoder(version: string): LogEncoder {
  const formatTime = createIsoTimeFormatter();
  const lines = createJsonLinesEncoder();
  let connection = UNKNOWN;
  let part: Part | null = null;
  let isFirst = true;

  /** The head of a HAR entry, up to the first message. */
  function openPart(first: LogEntry): string {
    const separator = isFirst ? '' : ',';
    const { startedAt } = connection.record ?? connection;
    isFirst = false;
    part = { startedAt, hasMessages: false, lastTime: first.time, close: null };
    const head = JSON.stringify(harHead(connection, formatTime)).slice(0, -1);
    const opened = first.kind === 'opened' ? `,"_posternOpened":${lines.entry(first).trimEnd()}` : '';
    return `${separator}\n${head}${opened},"_webSocketMessages":[`;
  }

  function closePart(ended: LogEntry | null): string {
    if (part === null) return '';
    const { startedAt, lastTime, close } = part;
    part = null;
    const lastedMs = Math.max(0, (ended?.time ?? lastTime) - startedAt);
    return [
      ']',
      close === null ? '' : `,"_webSocketClose":${JSON.stringify(closeMember(close))}`,
      ended === null ? '' : `,"_posternEnded":${lines.entry(ended).trimEnd()}`,
      `,"time":${lastedMs}}`,
    ].join('');
  }

  return {
    begin: () =>
      `{"log":{"version":"1.2","creator":${JSON.stringify({ name: HAR_CREATOR, version })},"pages":[],"entries":[`,

    connection(next) {
      const closing = closePart(null);
      connection = next;
      return closing;
    },

    entry(entry) {
      if (entry.kind === 'opened') return closePart(null) + openPart(entry);
      const opening = part === null ? openPart(entry) : '';
      if (entry.kind === 'ended') return opening + closePart(entry);
      return opening + (part === null ? '' : writeMessage(part, entry));
    },

    end: (remarks) => `${closePart(null)}\n]${remarkMembers(remarks)}}}\n`,
  };
}

function writeMessage(part: Part, entry: LogEntry): string {
  const separator = part.hasMessages ? ',\n' : '\n';
  part.hasMessages = true;
  part.lastTime = entry.time;
  if (entry.kind === 'close') part.close = entry;
  return separator + JSON.stringify(toMessage(entry));
}

function toMessage(entry: LogEntry): object {
  const { sequence, time, direction, kind, frames, isCompressed, isMasked, payload } = entry;
  const text = kind === 'text' ? decodeText(payload) : null;
  const isBroken = kind === 'text' && text === null;
  return {
    type: direction === 'sent' ? 'send' : 'receive',
    time: time / 1000,
    opcode: ENTRY_KIND[kind],
    data: kind === 'text' ? (text ?? new TextDecoder().decode(payload)) : encodeBase64(payload),
    _posternSequence: sequence,
    ...((time / 1000) * 1000 === time ? {} : { _posternTime: time }),
    ...(frames === 1 ? {} : { _posternFrames: frames }),
    ...(isCompressed ? { _posternCompressed: true } : {}),
    ...(isMasked ? { _posternMasked: true } : {}),
    ...(isBroken ? { _posternBase64: encodeBase64(payload) } : {}),
  };
}

/** As HTTP Toolkit has it. */
function closeMember({ time, payload }: LogEntry): object {
  const { closeCode, reason } = describeClosePayload(payload);
  return { code: closeCode, reason, timestamp: time / 1000 };
}

function remarkMembers({ missing, isMasked }: LogRemarks): string {
  const sentences = [
    ...(isMasked ? ['Secrets are masked: what is masked is not what was on the wire.'] : []),
    ...(missing > 0 ? [`${missing} entries had gone from the log before they were exported.`] : []),
  ];
  const comment = sentences.length === 0 ? '' : `,"comment":${JSON.stringify(sentences.join(' '))}`;
  return missing === 0 ? comment : `${comment},"_posternMissing":${missing}`;
}
