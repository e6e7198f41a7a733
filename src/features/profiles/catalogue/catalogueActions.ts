import type { QueryClient } from '@tanstack/react-query';
import type { CatalogueAddress } from '#domain/profile/catalogue/catalogueAddress.ts';
import { catalogueQuery } from '#query/catalogueQuery.ts';
import type { Stores } from '../../stores/StoresContext.ts';

/** Asks the site anew, and says that it has: what has not changed looks as before. */
export async function refresh(
  queryClient: QueryClient,
  { notices }: Pick<Stores, 'notices'>,
  address: CatalogueAddress,
): Promise<void> {
  try {
    // A refetch would pass over it where the companion has gone, and leave what is there as if it were new.
    await queryClient.fetchQuery({ ...catalogueQuery(address), staleTime: 0 });
  } catch {
    // What went wrong is said above the list.
    return;
  }
  notices.getState().actions.show(`The profiles of ${address.site} are as they are there now.`);
}

/** The catalogue's file, for the import preview; `null` where nothing has been fetched. */
export function fileOf(queryClient: QueryClient, address: CatalogueAddress): File | null {
  const catalogue = queryClient.getQueryData(catalogueQuery(address).queryKey);
  return catalogue === undefined ? null : new File([catalogue.text], `The file of ${address.site}`);
}
