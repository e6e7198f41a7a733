import { useQuery } from '@tanstack/react-query';
import { CatalogueError } from '#query/catalogueError.ts';
import { useCompanion } from '../../stores/useCompanion.ts';
import { useCatalogue } from '../../stores/useStores.ts';
import { catalogueQueryOf } from './catalogueQueryOf.ts';
import { catalogueNote } from './catalogueNote.ts';
import type { CatalogueNote } from './catalogueNote.ts';

export interface CatalogueNoteState {
  readonly note: CatalogueNote | null;
  readonly isFetching: boolean;
  readonly retry: () => void;
}

/** What is to be said of the catalogue now. Others ask the site; this looks at what came of it. */
export function useCatalogueNote(): CatalogueNoteState {
  const reading = useCatalogue((state) => state.reading);
  const consent = useCatalogue((state) => state.consent);
  const companion = useCompanion();
  const { data, error, isFetching, refetch } = useQuery(catalogueQueryOf(reading));
  if (reading === null) return { note: null, isFetching: false, retry: () => undefined };
  const note = catalogueNote({
    reading,
    consent,
    companion,
    catalogue: data ?? null,
    error:
      error === null
        ? null
        : { message: error.message, problems: error instanceof CatalogueError ? error.problems : [] },
  });
  return { note, isFetching, retry: () => void refetch() };
}
