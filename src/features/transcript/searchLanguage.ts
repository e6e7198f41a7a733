import { definePart } from '#ui/onDemand.ts';

/** What reads the expressions of a search; comes when somebody is about to type one. The engine has its own. */
export const SEARCH_LANGUAGE = definePart(async () => {
  const [{ searchNote }, { readSought }] = await Promise.all([
    import('./searchNote.ts'),
    import('./readSought.ts'),
  ]);
  return { searchNote, readSought };
});
