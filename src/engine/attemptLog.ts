import { assertNever } from '#domain/assertNever.ts';
import type { ConnectionEvent } from '#domain/connection/connectionEvent.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { HandshakeEvent } from '#domain/handshake/handshakeEvent.ts';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import { recordHandshake } from '#domain/handshake/recordHandshake.ts';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { endedText, openedText } from './connectionEntries.ts';
import type { Transcript } from './transcript/transcript.ts';

/** Writes into the transcript where the connection opened and where it ended. */
export interface AttemptLog {
  /** True when the event is the last of its attempt or connection. */
  readonly note: (event: ConnectionEvent) => boolean;
}

export function createAttemptLog(
  request: ConnectionRequest,
  transcript: Transcript,
  now: () => number,
): AttemptLog {
  let record: HandshakeRecord | null = null;

  function write(kind: 'opened' | 'ended', isSent: boolean, time: number, text: string): void {
    transcript.dropPending();
    const payload = new TextEncoder().encode(text);
    const whole = { hasMore: false, isCompressed: false, frames: 0 };
    transcript.append({ kind: ENTRY_KIND[kind], isSent, time, payload, ...whole });
    transcript.changed();
  }

  function noteHandshake(event: HandshakeEvent): boolean {
    record = recordHandshake(record, event);
    if (event.type !== 'ended') return false;
    if (event.outcome.kind !== 'open') return true;
    write('opened', false, now(), openedText(request, record?.response ?? null, event.outcome));
    if (record !== null) transcript.noteHandshake(record);
    return false;
  }

  return {
    note(event) {
      switch (event.type) {
        case 'handshake':
          return noteHandshake(event.event);
        case 'closing':
          return false;
        case 'closed':
          write('ended', event.ending.by === 'local', event.ending.at, endedText(event.ending));
          return true;
        default:
          return assertNever(event);
      }
    },
  };
}
