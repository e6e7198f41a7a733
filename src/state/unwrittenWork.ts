import * as v from 'valibot';
import type { Environment } from '#domain/profile/environment.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { encodeStoredProfile, parseStoredProfile } from '#domain/profile/profileStore.ts';
import { encodeStoredEnvironment, parseStoredEnvironment } from '#domain/profile/storedEnvironment.ts';
import type { ProfilesSnapshot } from './profileWriter.ts';

/** Values of secrets are no part of it: they stand in one place only. */
export type Work = Pick<
  ProfilesSnapshot,
  'saved' | 'drafts' | 'environments' | 'selectedId' | 'environmentId'
>;

/** What this tab did that storage is not known to hold. */
export interface UnwrittenWork {
  /** What storage held of the records that were changed. */
  readonly base: Work;
  /** What has become of them. */
  readonly mine: Work;
}

export const NO_WORK: Work = {
  saved: {},
  drafts: {},
  environments: {},
  selectedId: null,
  environmentId: null,
};

/** A record before and after; `null` for none. */
const ChangeSchema = v.object({ base: v.unknown(), mine: v.unknown() });
type Change = v.InferOutput<typeof ChangeSchema>;

const KeptSchema = v.object({
  saved: v.array(ChangeSchema),
  drafts: v.array(ChangeSchema),
  environments: v.array(ChangeSchema),
  selectedId: v.nullable(v.string()),
  environmentId: v.nullable(v.string()),
});

/** `null` when storage holds all of it. */
export function encodeUnwrittenWork({ base, mine }: UnwrittenWork): object | null {
  const kept: v.InferOutput<typeof KeptSchema> = {
    saved: changesOf(base.saved, mine.saved, encodeStoredProfile),
    drafts: changesOf(base.drafts, mine.drafts, encodeStoredProfile),
    environments: changesOf(base.environments, mine.environments, encodeStoredEnvironment),
    selectedId: mine.selectedId,
    environmentId: mine.environmentId,
  };
  const isNothing =
    kept.saved.length + kept.drafts.length + kept.environments.length === 0 &&
    base.selectedId === mine.selectedId &&
    base.environmentId === mine.environmentId;
  return isNothing ? null : kept;
}

/** As much of it as can be read. */
export function parseUnwrittenWork(kept: unknown): UnwrittenWork {
  const parsed = v.safeParse(KeptSchema, kept);
  if (!parsed.success) return { base: NO_WORK, mine: NO_WORK };
  const { saved, drafts, environments, selectedId, environmentId } = parsed.output;
  const at = (side: keyof Change) => ({
    saved: recordsOf(saved, side, profileOf),
    drafts: recordsOf(drafts, side, profileOf),
    environments: recordsOf(environments, side, environmentOf),
  });
  return { base: { ...NO_WORK, ...at('base') }, mine: { ...at('mine'), selectedId, environmentId } };
}

type Group<Value> = Readonly<Record<string, Value>>;

/** Records never change in place, so whatever is another object has been changed. */
function changesOf<Value>(
  base: Group<Value>,
  mine: Group<Value>,
  encode: (value: Value) => unknown,
): Change[] {
  const keys = new Set([...Object.keys(base), ...Object.keys(mine)]);
  const encoded = (value: Value | undefined) => (value === undefined ? null : encode(value));
  return [...keys]
    .filter((key) => base[key] !== mine[key])
    .map((key) => ({ base: encoded(base[key]), mine: encoded(mine[key]) }));
}

function recordsOf<Value extends { readonly id: string }>(
  changes: readonly Change[],
  side: keyof Change,
  read: (record: unknown) => Value | null,
): Group<Value> {
  const records = changes.map((change) => read(change[side])).filter((record) => record !== null);
  return Object.fromEntries(records.map((record) => [record.id, record]));
}

function profileOf(record: unknown): Profile | null {
  const parsed = parseStoredProfile(record);
  return parsed.ok ? parsed.profile : null;
}

function environmentOf(record: unknown): Environment | null {
  const parsed = parseStoredEnvironment(record);
  return parsed.ok ? parsed.environment : null;
}
