import { assertNever } from '#domain/assertNever.ts';
import type { ConnectionEvent } from '#domain/connection/connectionEvent.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { HandshakeEvent } from '#domain/handshake/handshakeEvent.ts';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import { recordHandshake } from '#domain/handshake/recordHandshake.ts';
import type { AttemptNumber } from '#domain/reconnect/reconnection.ts';
import { createSecretMasker } from '#domain/profile/secretMasker.ts';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { attemptEndedText, endedText, openedText } from './connectionEntries.ts';
import type { Transcript } from './transcript/transcript.ts';

/** Writes into the transcript where the connection opened and where it ended, or an attempt to reconnect did. */
export interface AttemptLog {
  /** True when the event is the last of its attempt or connection. */
  readonly note: (event: ConnectionEvent) => boolean;
}

export interface AttemptLogOptions {
  readonly request: ConnectionRequest;
  /** `null` for what the person asked for: how such an attempt ends is for them to see, and no part of a log. */
  readonly attempt: AttemptNumber | null;
  /** What must not stand in what the log says of the connection itself. */
  readonly secrets: readonly string[];
  readonly transcript: Pick<Transcript, 'append' | 'changed' | 'dropPending' | 'noteHandshake'>;
  readonly now: () => number;
}

export function createAttemptLog({
  request,
  attempt,
  secrets,
  transcript,
  now,
}: AttemptLogOptions): AttemptLog {
  let record: HandshakeRecord | null = null;
  // A secret may stand in the path, or come back in a subprotocol or a reason: the log is kept on the device.
  const mask = createSecretMasker(secrets);

  function write(kind: 'opened' | 'ended', isSent: boolean, time: number, text: string): void {
    transcript.dropPending();
    const payload = new TextEncoder().encode(mask.text(text));
    const whole = { hasMore: false, isCompressed: false, frames: 0 };
    transcript.append({ kind: ENTRY_KIND[kind], isSent, time, payload, ...whole });
    transcript.changed();
  }

  function noteHandshake(event: HandshakeEvent): boolean {
    record = recordHandshake(record, event);
    if (event.type !== 'ended') return false;
    const { outcome } = event;
    if (outcome.kind !== 'open') {
      if (attempt !== null)
        write('ended', outcome.kind === 'cancelled', now(), attemptEndedText(attempt, outcome));
      return true;
    }
    write(
      'opened',
      false,
      // By the clock of whoever made the handshake, as the times of the messages are: the first may be as old as this.
      record === null ? now() : record.startedAt + (record.endedMs ?? 0),
      openedText({ request, attempt, response: record?.response ?? null, outcome }),
    );
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
          write(
            'ended',
            event.ending.by === 'local' || event.ending.by === 'protocol-error',
            event.ending.at,
            endedText(event.ending),
          );
          return true;
        default:
          return assertNever(event);
      }
    },
  };
}
