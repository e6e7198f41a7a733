import type { ConnectionEvent } from '#domain/connection/connectionEvent.ts';
import { IDLE_CONNECTION } from '#domain/connection/connection.ts';
import type { Connection } from '#domain/connection/connection.ts';
import { reduceConnection } from '#domain/connection/reduceConnection.ts';
import { recordsOf } from '#wire/entryBatch.ts';
import type { AdapterSink } from '../adapters/connectionAdapter.ts';
import type { StoredRecord } from '../transcript/transcriptStore.ts';

/** Writes down what an adapter tells, and lets a test wait for it. */
export interface RecordingSink extends AdapterSink {
  readonly events: ConnectionEvent[];
  readonly records: StoredRecord[];
  readonly rejections: { readonly code: string; readonly message: string }[];
  readonly connection: () => Connection;
  /** Resolves once `isSeen` holds; the test's own time limit is its limit. */
  readonly until: (isSeen: () => boolean) => Promise<void>;
}

export function createRecordingSink(): RecordingSink {
  const events: ConnectionEvent[] = [];
  const records: StoredRecord[] = [];
  const rejections: { code: string; message: string }[] = [];
  const waiting = new Set<() => void>();
  let connection = IDLE_CONNECTION;

  function keep(record: StoredRecord): void {
    records.push({ ...record, payload: record.payload.slice() });
  }

  function changed(): void {
    for (const look of waiting) look();
  }

  return {
    events,
    records,
    rejections,
    connection: () => connection,
    until: (isSeen) =>
      new Promise((resolve) => {
        function look(): void {
          if (!isSeen()) return;
          waiting.delete(look);
          resolve();
        }
        waiting.add(look);
        look();
      }),
    onEvent(event) {
      events.push(event);
      connection = reduceConnection(connection, event);
      changed();
    },
    onRecord: keep,
    onBatch(batch) {
      for (const record of recordsOf(batch)) keep(record);
    },
    onBatchEnd: changed,
    onRejected(code, message) {
      rejections.push({ code, message });
      changed();
    },
  };
}
