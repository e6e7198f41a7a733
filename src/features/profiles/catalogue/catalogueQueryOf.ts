import { queryOptions } from '@tanstack/react-query';
import type { CatalogueAddressReading } from '#domain/profile/catalogue/catalogueAddress.ts';
import { catalogueQuery } from '#query/catalogueQuery.ts';

/** For views: what has been fetched. `connectCatalogue` alone asks, once the person has agreed. */
export function catalogueQueryOf(reading: CatalogueAddressReading | null) {
  const address = reading?.ok === true ? reading.address : { url: '', site: '', isOwnSite: true };
  return queryOptions({ ...catalogueQuery(address), enabled: false });
}
