import type { ProfileId } from '#domain/profile/profile.ts';
import { NO_FILTER } from '#domain/transcript/entry.ts';
import { parseFilter } from '#domain/transcript/filter/parseFilter.ts';
import { soughtTexts } from '#domain/transcript/filter/soughtTexts.ts';
import { useSession } from '../stores/useStores.ts';

/** What to mark in the rows: nothing while the expression is wrong. */
export function useSought(profileId: ProfileId): readonly RegExp[] {
  const text = useSession(profileId, (session) => session.filter.text) ?? NO_FILTER.text;
  const parsed = parseFilter(text);
  return parsed.ok ? soughtTexts(parsed.node) : [];
}
