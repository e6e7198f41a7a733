import { JSONParser } from '@streamparser/json';
import { isMembers } from '#domain/format/members.ts';
import { HAR_CREATOR } from '#domain/transcript/transfer/harEncoder.ts';
import {
  isHarFailure,
  isRecordedAsWebSocket,
  readHarSocket,
  readHarStart,
} from '#domain/transcript/transfer/harEntries.ts';
import type { HarSocket } from '#domain/transcript/transfer/harEntries.ts';
import { UnreadableFileError, readPieces } from './fileReading.ts';
import type { FileReading } from './fileReading.ts';

/** What of a HAR file is looked at as it comes by; everything else is passed over. */
export interface HarParts {
  readonly onCreator: (name: unknown) => void;
  readonly onMissing: (count: unknown) => void;
  /** A member of a HAR entry other than its messages. */
  readonly onMember: (index: number, name: string, value: unknown) => void;
  readonly onMessage: (index: number, place: number, message: unknown) => void;
}

const ENTRY_MEMBERS = [
  '_resourceType',
  'startedDateTime',
  'request',
  'response',
  '_webSocketClose',
  '_posternOpened',
  '_posternEnded',
] as const;

const MESSAGES = '_webSocketMessages';

/** Where the parts stand: `log.entries.3._webSocketMessages.17` has this depth. */
const MESSAGE_DEPTH = 5;
const MEMBER_DEPTH = 4;

/** Reads a HAR file as a stream. Resolves with what is wrong with it where it stops being JSON, `null` when it does not. */
export async function readHarFile(file: File, parts: HarParts, reading: FileReading): Promise<string | null> {
  const parser = new JSONParser({
    paths: [
      '$.log.creator.name',
      '$.log._posternMissing',
      ...ENTRY_MEMBERS.map((name) => `$.log.entries.*.${name}`),
      `$.log.entries.*.${MESSAGES}.*`,
    ],
    keepStack: false,
  });
  let failure: string | null = null;
  parser.onValue = ({ value, key, stack }) => {
    const index = stack[3]?.key;
    if (key === 'name') parts.onCreator(value);
    else if (key === '_posternMissing') parts.onMissing(value);
    else if (typeof index !== 'number') return;
    else if (stack.length === MESSAGE_DEPTH && typeof key === 'number') parts.onMessage(index, key, value);
    else if (stack.length === MEMBER_DEPTH && typeof key === 'string') parts.onMember(index, key, value);
  };
  parser.onError = (error) => {
    failure = error.message;
  };
  for await (const piece of readPieces(file, reading)) {
    parser.write(piece);
    if (failure !== null) return 'From there on it is not JSON.';
  }
  return parser.isEnded ? null : 'It ends in the middle: the rest is missing.';
}

export interface HarContents {
  readonly isOurs: boolean;
  /** In the order of the file. */
  readonly sockets: readonly HarSocket[];
  /** Whether the file says of one of them what was said: some browsers leave that out. */
  readonly hasMessages: boolean;
}

/** Bounds what a hostile file can make us hold of requests that are no WebSockets: a large HAR has some thousands. */
const MAX_HAR_ENTRIES = 200_000;

/** Which WebSockets are in a HAR file. */
export async function readHarContents(file: File, reading: FileReading): Promise<HarContents> {
  let isOurs = false;
  let isTooLong = false;
  const found = new Map<number, Record<string, unknown>>();
  const counts = new Map<number, number>();
  await readHarFile(
    file,
    {
      onCreator: (name) => (isOurs = name === HAR_CREATOR),
      onMissing: () => {},
      onMember(index, name, value) {
        if (found.size >= MAX_HAR_ENTRIES && !found.has(index)) {
          isTooLong = true;
          return;
        }
        const members = found.get(index) ?? {};
        members[name] = summaryOf(name, value);
        found.set(index, members);
      },
      onMessage: (index, _place, message) =>
        void counts.set(index, (counts.get(index) ?? 0) + (isHarFailure(message) ? 0 : 1)),
    },
    reading,
  );
  if (isTooLong) {
    throw new UnreadableFileError(`${file.name} has more requests than any HAR file that was recorded.`);
  }
  const indexes = [...new Set([...found.keys(), ...counts.keys()])].sort((one, other) => one - other);
  const starts = [...found.values()].flatMap((members) => readHarStart(members['startedDateTime']) ?? []);
  const recordedFrom = starts.reduce((one, other) => Math.min(one, other), file.lastModified);
  const sockets = indexes.flatMap(
    (index) => readHarSocket(index, found.get(index) ?? {}, counts.get(index) ?? 0, recordedFrom) ?? [],
  );
  const hasMessages = sockets.some(({ index, messages }) =>
    isRecordedAsWebSocket(found.get(index) ?? {}, messages),
  );
  return { isOurs, sockets, hasMessages };
}

/** Of requests and responses, which may carry bodies, only what is shown. */
function summaryOf(name: string, value: unknown): unknown {
  if (!isMembers(value)) return value;
  switch (name) {
    case 'request':
      return { url: value['url'] };
    case 'response': {
      const { status, statusText, _failureText } = value;
      return { status, statusText, _failureText };
    }
    default:
      return value;
  }
}
