import { maskRecord } from '../../profile/maskRecord.ts';
import { maskRecordValues } from '../../profile/maskRecordValues.ts';
import { createSecretMasker } from '../../profile/secretMasker.ts';
import type { LogConnection } from './logEncoder.ts';
import type { KnownSecrets } from './maskPayload.ts';

/** What of a connection goes into a file, its secrets masked by name, by shape and by value. */
export function maskConnection(connection: LogConnection, secrets: KnownSecrets): LogConnection {
  const mask = createSecretMasker(secrets.values);
  const { record } = connection;
  return {
    ...connection,
    url: mask.text(connection.url),
    record: record === null ? null : maskRecordValues(maskRecord(record, secrets.names), mask),
  };
}
