import type { Environment } from '#domain/profile/environment.ts';
import { isEqualJson } from '#domain/profile/isEqualJson.ts';
import { mergeFields } from '#domain/profile/mergeFields.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { parseStoredEnvironment } from '#domain/profile/storedEnvironment.ts';
import { parseStoredProfile } from '#domain/profile/profileStore.ts';
import { assertNever } from '#domain/assertNever.ts';
import type { StoredRecord } from './profileStorage.ts';
import type { ProfilesSnapshot } from './profileWriter.ts';
import { without } from './record.ts';
import { parseStoredSecret } from './storedSecret.ts';
import type { StoredSecret } from './storedSecret.ts';

export interface Merged {
  /** What storage holds. */
  readonly stored: ProfilesSnapshot;
  /** What this tab has, with what the other one has changed. */
  readonly mine: ProfilesSnapshot;
}

/**
 * Takes over what another tab has written. Whatever this tab has not changed since it last wrote becomes what the other
 * one made of it; what both have changed is merged field by field, and what only one of them has deleted stays.
 */
export function mergeRecords(
  stored: ProfilesSnapshot,
  mine: ProfilesSnapshot,
  records: readonly StoredRecord[],
): Merged {
  return records.reduce<Merged>(mergeRecord, { stored, mine });
}

function mergeRecord({ stored, mine }: Merged, { collection, key, value }: StoredRecord): Merged {
  switch (collection) {
    case 'profiles': {
      const saved = mergeIn(stored.saved, mine.saved, key, profileOf(value), mergeOver);
      return { stored: { ...stored, saved: saved.stored }, mine: { ...mine, saved: saved.mine } };
    }
    case 'drafts': {
      // What both began to edit, they began from what is saved.
      const base = stored.drafts[key] ?? stored.saved[key];
      const drafts = mergeIn(stored.drafts, mine.drafts, key, profileOf(value), (_none, own, theirs) =>
        mergeOver(base, own, theirs),
      );
      return { stored: { ...stored, drafts: drafts.stored }, mine: { ...mine, drafts: drafts.mine } };
    }
    case 'environments': {
      const found = environmentOf(value);
      const environments = mergeIn(stored.environments, mine.environments, key, found, mergeOver);
      return {
        stored: { ...stored, environments: environments.stored },
        mine: { ...mine, environments: environments.mine },
      };
    }
    case 'secrets': {
      const secrets = mergeIn(stored.secrets, mine.secrets, key, secretOf(key, value), (_base, own) => own);
      return { stored: { ...stored, secrets: secrets.stored }, mine: { ...mine, secrets: secrets.mine } };
    }
    default:
      return assertNever(collection);
  }
}

/** What is stored under a key: what is unreadable is left alone. */
type Found<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

type Group<Value> = Readonly<Record<string, Value>>;

function mergeIn<Value>(
  stored: Group<Value>,
  mine: Group<Value>,
  key: string,
  found: Found<Value>,
  merge: (base: Value | undefined, own: Value, theirs: Value) => Value,
): { readonly stored: Group<Value>; readonly mine: Group<Value> } {
  if (found.kind === 'unreadable') return { stored, mine };
  const theirs = found.kind === 'none' ? undefined : found.value;
  return {
    stored: withValue(stored, key, theirs),
    mine: withValue(mine, key, mergedValue(stored[key], mine[key], theirs, merge)),
  };
}

function mergedValue<Value>(
  base: Value | undefined,
  own: Value | undefined,
  theirs: Value | undefined,
  merge: (base: Value | undefined, own: Value, theirs: Value) => Value,
): Value | undefined {
  if (own === base) return theirs;
  // Whoever has written it anew has not always changed it.
  if (own === undefined) return isEqualJson(base, theirs) ? undefined : theirs;
  return theirs === undefined ? own : merge(base, own, theirs);
}

function mergeOver<Fields extends object>(base: Fields | undefined, own: Fields, theirs: Fields): Fields {
  return base === undefined ? own : mergeFields(base, own, theirs);
}

function withValue<Value>(group: Group<Value>, key: string, value: Value | undefined): Group<Value> {
  return value === undefined ? without(group, [key]) : { ...group, [key]: value };
}

function profileOf(record: unknown): Found<Profile> {
  if (record === undefined) return { kind: 'none' };
  const parsed = parseStoredProfile(record);
  return parsed.ok ? { kind: 'value', value: parsed.profile } : { kind: 'unreadable' };
}

function environmentOf(record: unknown): Found<Environment> {
  if (record === undefined) return { kind: 'none' };
  const parsed = parseStoredEnvironment(record);
  return parsed.ok ? { kind: 'value', value: parsed.environment } : { kind: 'unreadable' };
}

function secretOf(key: string, record: unknown): Found<StoredSecret> {
  if (record === undefined) return { kind: 'none' };
  const value = parseStoredSecret(key, record);
  return value === null ? { kind: 'unreadable' } : { kind: 'value', value };
}
