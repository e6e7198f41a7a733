import { queryOptions } from '@tanstack/react-query';
import type { CatalogueAddress } from '#domain/profile/catalogue/catalogueAddress.ts';
import type { CatalogueAnswer } from '#domain/profile/catalogue/catalogueAnswer.ts';
import type { Catalogue } from '#domain/profile/catalogue/readCatalogue.ts';
import { API_PATHS } from '#wire/companionApi.ts';
import { parseCatalogueAnswer } from '#wire/parseCatalogue.ts';
import { callCompanion } from './callCompanion.ts';
import { CatalogueError } from './catalogueError.ts';
import { fetchOwnFile } from './fetchOwnFile.ts';

/** As long as the companion lets a site take, and a little, ms. */
const CATALOGUE_LIMIT_MS = 35_000;

/** Who looks back at the page sees what has changed, ms; who goes to and fro does not ask the site each time. */
const FRESH_MS = 30_000;

/**
 * The catalogue at this address. The page asks its own site; any other one the companion asks, since the page's policy lets
 * it connect nowhere else, and most sites would not let another one's page read the answer. Fails with `CatalogueError` or
 * `ApiError`; what was fetched before stays.
 */
export function catalogueQuery(address: CatalogueAddress) {
  return queryOptions({
    // With what else the companion tells, it is asked for anew in a new session.
    queryKey: [address.isOwnSite ? 'own-site' : 'companion', 'catalogue', address.url],
    async queryFn({ signal }): Promise<Catalogue> {
      const answer = await ask(address, signal);
      // The schema is no part of the first load.
      const { readCatalogue } = await import('#domain/profile/catalogue/readCatalogue.ts');
      const reading = readCatalogue(address, answer);
      if (!reading.ok) throw new CatalogueError(reading.message, reading.problems);
      return reading.catalogue;
    },
    staleTime: FRESH_MS,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  });
}

function ask({ url, isOwnSite }: CatalogueAddress, signal: AbortSignal): Promise<CatalogueAnswer> {
  if (isOwnSite) return fetchOwnFile(url, signal);
  return callCompanion({
    path: API_PATHS.catalogue,
    body: { url },
    parse: parseCatalogueAnswer,
    signal,
    limitMs: CATALOGUE_LIMIT_MS,
  });
}
