import type { ProfileId } from '#domain/profile/profile.ts';
import { EMPTY_SUMMARY, NO_FILTER } from '#domain/transcript/entry.ts';
import { usePart } from '#ui/usePart.ts';
import { useSession } from '../stores/useStores.ts';
import { SEARCH_LANGUAGE } from './searchLanguage.ts';
import type { SearchNote } from './searchNote.ts';

/** What there is to say of the search of a log; `null` while there is nothing. */
export function useSearchNote(profileId: ProfileId): SearchNote | null {
  const text = useSession(profileId, (session) => session.filter.text) ?? NO_FILTER.text;
  const summary =
    useSession(profileId, (session) => (session.filter.text === '' ? EMPTY_SUMMARY : session.summary)) ??
    EMPTY_SUMMARY;
  const language = usePart(SEARCH_LANGUAGE, text !== '');
  return language === null ? null : language.searchNote(text, summary);
}
