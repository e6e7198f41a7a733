import { assertNever } from '#domain/assertNever.ts';
import type { EngineAnswer, EngineCall } from '#wire/engineMessage.ts';
import type { LongWork, Transcript } from './transcript/transcript.ts';

export interface Answered {
  readonly answer: EngineAnswer;
  /** Buffers that move to the page instead of being copied once more. */
  readonly transfer: Transferable[];
}

export async function answerCall(
  call: EngineCall,
  transcript: Transcript,
  work: LongWork,
): Promise<Answered> {
  switch (call.kind) {
    case 'read-rows': {
      return { answer: { kind: 'rows', ...transcript.readRows(call.first, call.count) }, transfer: [] };
    }
    case 'read-entry': {
      const entry = transcript.readEntry(call.sequence);
      return { answer: { kind: 'entry', entry }, transfer: entry === null ? [] : [entry.payload.buffer] };
    }
    case 'read-round-trips': {
      const roundTrips = await transcript.readRoundTrips(call.sequence);
      return { answer: { kind: 'round-trips', roundTrips }, transfer: [] };
    }
    case 'export':
      return { answer: await transferAnswer(() => exported(call, transcript, work), NO_ROOM), transfer: [] };
    case 'inspect-file':
      return {
        answer: await transferAnswer(() => inspected(call, transcript, work), UNREADABLE),
        transfer: [],
      };
    case 'import-file':
      return {
        answer: await transferAnswer(() => imported(call, transcript, work), UNREADABLE),
        transfer: [],
      };
    case 'discard':
      await transcript.discard();
      return { answer: { kind: 'discarded' }, transfer: [] };
    case 'find-place':
      return { answer: { kind: 'place', position: await transcript.findPlace(call.place) }, transfer: [] };
    case 'read-text':
      return { answer: readTextAnswer(transcript, call), transfer: [] };
    case 'open-past':
      return { answer: await openPastAnswer(transcript, call.logId), transfer: [] };
    default:
      return assertNever(call);
  }
}

function readTextAnswer(
  transcript: Transcript,
  { first, end, timeZoneOffsetMinutes }: Extract<EngineCall, { kind: 'read-text' }>,
): EngineAnswer {
  const text = transcript.readText(first, end, timeZoneOffsetMinutes);
  if (text !== null) return { kind: 'text', text };
  return {
    kind: 'failed',
    code: 'text-too-long',
    message: 'The selected messages are too many for the clipboard. Select fewer, or export the log.',
  };
}

async function openPastAnswer(transcript: Transcript, logId: string): Promise<EngineAnswer> {
  try {
    await transcript.openPast(logId);
    return { kind: 'past-opened' };
  } catch {
    return {
      kind: 'failed',
      code: 'past-unreadable',
      message: 'This past connection can no longer be read. It may have been deleted in another tab.',
    };
  }
}

type CallOf<Kind extends EngineCall['kind']> = Extract<EngineCall, { kind: Kind }>;

async function exported(
  { order }: CallOf<'export'>,
  transcript: Transcript,
  work: LongWork,
): Promise<EngineAnswer> {
  return { kind: 'exported', exported: await transcript.exportLog(order, work) };
}

async function inspected(
  { file }: CallOf<'inspect-file'>,
  transcript: Transcript,
  work: LongWork,
): Promise<EngineAnswer> {
  return { kind: 'inspected', inspection: await transcript.inspectFile(file, work) };
}

async function imported(
  { file, order }: CallOf<'import-file'>,
  transcript: Transcript,
  work: LongWork,
): Promise<EngineAnswer> {
  return { kind: 'imported', imported: await transcript.importFile(file, order, work) };
}

/** An error of ours says what happened; of one of the browser's own, `otherwise` is as much as is known. */
async function transferAnswer(
  transfer: () => Promise<EngineAnswer>,
  otherwise: string,
): Promise<EngineAnswer> {
  try {
    return await transfer();
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
      return { kind: 'failed', code: error.code, message: error.message };
    }
    return { kind: 'failed', code: 'transfer-failed', message: otherwise };
  }
}

const NO_ROOM =
  'The log could not be written: there is no room for the file, or the browser may not write it. Export a part of it, or somewhere else.';

const UNREADABLE =
  'The file could not be read. It may have been moved or changed since it was chosen, or be locked by another program.';
