import { assertNever } from '#domain/assertNever.ts';
import type { EngineAnswer, EngineCall } from '#wire/engineMessage.ts';
import { ExportInterruptedError } from './transcript/exportEntries.ts';
import type { Transcript } from './transcript/transcript.ts';

export interface Answered {
  readonly answer: EngineAnswer;
  /** Buffers that move to the page instead of being copied once more. */
  readonly transfer: Transferable[];
}

export async function answerCall(call: EngineCall, transcript: Transcript): Promise<Answered> {
  switch (call.kind) {
    case 'read-rows': {
      return { answer: { kind: 'rows', ...transcript.readRows(call.first, call.count) }, transfer: [] };
    }
    case 'read-entry': {
      const entry = transcript.readEntry(call.sequence);
      return { answer: { kind: 'entry', entry }, transfer: entry === null ? [] : [entry.payload.buffer] };
    }
    case 'export':
      return { answer: await exportAnswer(transcript), transfer: [] };
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

async function exportAnswer(transcript: Transcript): Promise<EngineAnswer> {
  try {
    return { kind: 'exported', blob: await transcript.exportEntries() };
  } catch (error) {
    if (error instanceof ExportInterruptedError) {
      return { kind: 'failed', code: error.code, message: error.message };
    }
    return {
      kind: 'failed',
      code: 'export-failed',
      message:
        'The log could not be exported: this browser has no room for it. Filter the log and export that part.',
    };
  }
}
