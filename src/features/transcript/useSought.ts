import { useMemo } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import { NO_FILTER } from '#domain/transcript/entry.ts';
import { usePart } from '#ui/usePart.ts';
import { useSession } from '../stores/useStores.ts';
import { SEARCH_LANGUAGE } from './searchLanguage.ts';

const NOTHING: readonly RegExp[] = [];

/** What to mark in the rows: nothing while the expression is wrong. The same list as long as the text is. */
export function useSought(profileId: ProfileId): readonly RegExp[] {
  const text = useSession(profileId, (session) => session.filter.text) ?? NO_FILTER.text;
  const language = usePart(SEARCH_LANGUAGE, text !== '');
  return useMemo(() => (language === null ? NOTHING : language.readSought(text)), [language, text]);
}
