import type { Environment } from '#domain/profile/environment.ts';
import { isEqualJson } from '#domain/profile/isEqualJson.ts';
import { mergeFields } from '#domain/profile/mergeFields.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { parseStoredEnvironment } from '#domain/profile/storedEnvironment.ts';
import { parseStoredProfile } from '#domain/profile/profileStore.ts';
import type { RecordCollection, StoredRecord } from './profileStorage.ts';
import type { ProfilesSnapshot } from './profileWriter.ts';
import { parseStoredSecret } from './storedSecret.ts';
import type { StoredSecret } from './storedSecret.ts';
import type { Work } from './unwrittenWork.ts';

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
  const of = (wanted: RecordCollection) => records.filter(({ collection }) => collection === wanted);
  const saved = mergeIn(stored.saved, mine.saved, of('profiles'), profileOf, mergeOver);
  const drafts = mergeIn(stored.drafts, mine.drafts, of('drafts'), profileOf, (base, own, theirs) =>
    // What both began to edit, they began from what is saved.
    mergeOver(base ?? saved.stored[own.id], own, theirs),
  );
  const environments = mergeIn(
    stored.environments,
    mine.environments,
    of('environments'),
    environmentOf,
    mergeOver,
  );
  const secrets = mergeIn(stored.secrets, mine.secrets, of('secrets'), secretOf, (_base, own) => own);
  return {
    stored: {
      ...stored,
      saved: saved.stored,
      drafts: drafts.stored,
      environments: environments.stored,
      secrets: secrets.stored,
    },
    mine: {
      ...mine,
      saved: saved.mine,
      drafts: drafts.mine,
      environments: environments.mine,
      secrets: secrets.mine,
    },
  };
}

/**
 * What storage holds, with what a tab did in which it was not yet written: `mine`, made from `base`, which both hold no more
 * than what was changed. What was chosen last is the tab's.
 */
export function mergeWork(base: Work, mine: Work, stored: Work): Work {
  return {
    saved: mergeGroup(base.saved, mine.saved, stored.saved),
    drafts: mergeGroup(base.drafts, mine.drafts, stored.drafts),
    environments: mergeGroup(base.environments, mine.environments, stored.environments),
    selectedId: mine.selectedId ?? stored.selectedId,
    environmentId: mine.environmentId ?? stored.environmentId,
  };
}

function mergeGroup<Value extends object>(
  base: Group<Value>,
  mine: Group<Value>,
  theirs: Group<Value>,
): Group<Value> {
  const merged = new Map(Object.entries(theirs));
  for (const key of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    put(merged, key, mergedValue(base[key], mine[key], theirs[key], mergeOver));
  }
  return Object.fromEntries(merged);
}

/** What is stored under a key: what is unreadable is left alone. */
type Found<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

type Group<Value> = Readonly<Record<string, Value>>;

type Merge<Value> = (base: Value | undefined, own: Value, theirs: Value) => Value;

/** The groups with these records of theirs in them; the same groups when there are none. */
function mergeIn<Value>(
  stored: Group<Value>,
  mine: Group<Value>,
  records: readonly StoredRecord[],
  read: (key: string, record: unknown) => Found<Value>,
  merge: Merge<Value>,
): { readonly stored: Group<Value>; readonly mine: Group<Value> } {
  if (records.length === 0) return { stored, mine };
  // Copied once: an import in the other tab may be thousands of records.
  const merged = { stored: new Map(Object.entries(stored)), mine: new Map(Object.entries(mine)) };
  for (const { key, value } of records) {
    const found = read(key, value);
    if (found.kind === 'unreadable') continue;
    const theirs = found.kind === 'none' ? undefined : found.value;
    put(merged.mine, key, mergedValue(merged.stored.get(key), merged.mine.get(key), theirs, merge));
    put(merged.stored, key, theirs);
  }
  return { stored: Object.fromEntries(merged.stored), mine: Object.fromEntries(merged.mine) };
}

function mergedValue<Value>(
  base: Value | undefined,
  own: Value | undefined,
  theirs: Value | undefined,
  merge: Merge<Value>,
): Value | undefined {
  if (own === base) return theirs;
  // Whoever has written it anew has not always changed it.
  if (own === undefined) return isEqualJson(base, theirs) ? undefined : theirs;
  return theirs === undefined ? own : merge(base, own, theirs);
}

function mergeOver<Fields extends object>(base: Fields | undefined, own: Fields, theirs: Fields): Fields {
  return base === undefined ? own : mergeFields(base, own, theirs);
}

function put<Value>(group: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value === undefined) group.delete(key);
  else group.set(key, value);
}

function profileOf(_key: string, record: unknown): Found<Profile> {
  if (record === undefined) return { kind: 'none' };
  const parsed = parseStoredProfile(record);
  return parsed.ok ? { kind: 'value', value: parsed.profile } : { kind: 'unreadable' };
}

function environmentOf(_key: string, record: unknown): Found<Environment> {
  if (record === undefined) return { kind: 'none' };
  const parsed = parseStoredEnvironment(record);
  return parsed.ok ? { kind: 'value', value: parsed.environment } : { kind: 'unreadable' };
}

function secretOf(key: string, record: unknown): Found<StoredSecret> {
  if (record === undefined) return { kind: 'none' };
  const value = parseStoredSecret(key, record);
  return value === null ? { kind: 'unreadable' } : { kind: 'value', value };
}
