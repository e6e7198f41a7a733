import { describe, expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import { encodeStoredProfile } from '#domain/profile/profileStore.ts';
import { mergeRecords } from './mergeRecords.ts';
import type { ProfilesSnapshot } from './profileWriter.ts';

const BASE = newProfile('p', 1, { name: 'Echo', url: 'wss://a' });

function snapshot(fields: Partial<ProfilesSnapshot> = {}): ProfilesSnapshot {
  return {
    saved: {},
    drafts: {},
    secrets: {},
    environments: {},
    selectedId: null,
    environmentId: null,
    ...fields,
  };
}

const stored = (value: unknown) => [{ collection: 'profiles', key: 'p', value } as const];

/** Ten times what it takes on a slow machine; with a copy of the group for each record it is three times this. */
const MAX_TAKEOVER_MS = 4_000;

const THEIRS = { ...BASE, url: 'wss://theirs' };

describe('mergeRecords', () => {
  it('takes what this tab has not changed', () => {
    const before = snapshot({ saved: { p: BASE } });
    const merged = mergeRecords(before, before, stored(encodeStoredProfile(THEIRS)));
    expect(merged.mine.saved).toEqual({ p: THEIRS });
    // The same object in both: there is nothing to write.
    expect(merged.stored.saved['p']).toBe(merged.mine.saved['p']);
  });

  it('merges what both have changed', () => {
    const mine = snapshot({ saved: { p: { ...BASE, name: 'Mine' } } });
    const merged = mergeRecords(snapshot({ saved: { p: BASE } }), mine, stored(encodeStoredProfile(THEIRS)));
    expect(merged.mine.saved).toEqual({ p: { ...THEIRS, name: 'Mine' } });
    expect(merged.stored.saved).toEqual({ p: THEIRS });
  });

  it('deletes what the other tab has deleted, unless it was changed here', () => {
    const before = snapshot({ saved: { p: BASE } });
    expect(mergeRecords(before, before, stored(undefined)).mine.saved).toEqual({});
    const changed = snapshot({ saved: { p: { ...BASE, name: 'Mine' } } });
    expect(mergeRecords(before, changed, stored(undefined)).mine).toEqual(changed);
  });

  it('keeps deleted what was deleted here, unless the other tab has changed it', () => {
    const before = snapshot({ saved: { p: BASE } });
    const same = mergeRecords(before, snapshot(), stored(encodeStoredProfile(BASE)));
    expect([same.stored.saved, same.mine.saved]).toEqual([{ p: BASE }, {}]);
    const changed = mergeRecords(before, snapshot(), stored(encodeStoredProfile(THEIRS)));
    expect(changed.mine.saved).toEqual({ p: THEIRS });
  });

  it('takes new records of every kind', () => {
    const environment = { id: 'e', name: 'Staging', variables: [] };
    const merged = mergeRecords(snapshot(), snapshot(), [
      { collection: 'drafts', key: 'p', value: encodeStoredProfile(BASE) },
      { collection: 'secrets', key: 's', value: 'k-1' },
      { collection: 'environments', key: 'e', value: { ...environment, version: 1 } },
    ]);
    expect(merged.mine).toEqual(
      snapshot({ drafts: { p: BASE }, secrets: { s: 'k-1' }, environments: { e: environment } }),
    );
    expect(merged.stored).toEqual(merged.mine);
  });

  it('leaves what cannot be read', () => {
    const before = snapshot({ saved: { p: BASE } });
    expect(mergeRecords(before, before, stored({ version: 99 }))).toEqual({ stored: before, mine: before });
  });

  it('takes over what another tab has imported, thousands at once, before anybody waits', () => {
    const profiles = Array.from({ length: 5_000 }, (_, index) => newProfile(`p${index}`, 1));
    const records = profiles.map((profile) => ({
      collection: 'profiles' as const,
      key: profile.id,
      value: encodeStoredProfile(profile),
    }));
    const startedAt = performance.now();
    const merged = mergeRecords(snapshot(), snapshot(), records);
    expect(performance.now() - startedAt).toBeLessThan(MAX_TAKEOVER_MS);
    expect(Object.keys(merged.mine.saved)).toHaveLength(5_000);
    expect(merged.stored.saved).toEqual(merged.mine.saved);
  });

  it('leaves the groups as they are that nothing was written in', () => {
    const before = snapshot({ saved: { p: BASE } });
    const merged = mergeRecords(before, before, [{ collection: 'secrets', key: 's', value: 'hunter2' }]);
    expect(merged.mine.saved).toBe(before.saved);
    expect(merged.mine.secrets).toEqual({ s: 'hunter2' });
  });
});
