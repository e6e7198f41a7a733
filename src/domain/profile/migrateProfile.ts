import { PROFILE_SCHEMA_VERSION } from './profile.ts';

type ProfileRecord = Readonly<Record<string, unknown>>;

/** What each version of the schema lacks that the next one has. What a record has already stays as it is. */
const STEPS: Readonly<Record<number, (record: ProfileRecord) => ProfileRecord>> = {
  1: (record) => ({
    description: '',
    keepAlive: { kind: 'off' },
    reconnect: { kind: 'off' },
    messages: [],
    ...record,
  }),
};

/** Brings a profile that an older schema wrote to the present one. Its parser says whether it is one. */
export function migrateProfile(record: ProfileRecord, version: number): ProfileRecord {
  let migrated = record;
  for (let from = version; from < PROFILE_SCHEMA_VERSION; from += 1) {
    migrated = STEPS[from]?.(migrated) ?? migrated;
  }
  return migrated;
}
