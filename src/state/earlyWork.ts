import * as v from 'valibot';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { encodeStoredProfile, parseStoredProfile } from '#domain/profile/profileStore.ts';
import type { ProfilesState } from './profilesStore.ts';
import { byId } from './record.ts';

/** What was begun before storage had answered. Values of secrets are no part of it: they stand in one place only. */
export type EarlyWork = Pick<ProfilesState, 'saved' | 'drafts' | 'selectedId'>;

const EarlyWorkSchema = v.object({
  saved: v.array(v.unknown()),
  drafts: v.array(v.unknown()),
  selectedId: v.nullable(v.string()),
});

const NONE: EarlyWork = { saved: {}, drafts: {}, selectedId: null };

export function encodeEarlyWork({ saved, drafts, selectedId }: EarlyWork): object | null {
  const records = (profiles: Readonly<Record<ProfileId, Profile>>) =>
    Object.values(profiles).map(encodeStoredProfile);
  const isNothing = Object.keys(saved).length + Object.keys(drafts).length === 0;
  return isNothing ? null : { saved: records(saved), drafts: records(drafts), selectedId };
}

/** As much of it as can be read. */
export function parseEarlyWork(kept: unknown): EarlyWork {
  const parsed = v.safeParse(EarlyWorkSchema, kept);
  if (!parsed.success) return NONE;
  const { saved, drafts, selectedId } = parsed.output;
  return { saved: byId(saved.flatMap(profileOf)), drafts: byId(drafts.flatMap(profileOf)), selectedId };
}

function profileOf(record: unknown): readonly Profile[] {
  const parsed = parseStoredProfile(record);
  return parsed.ok ? [parsed.profile] : [];
}
