import { QueryObserver } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { catalogueIdPrefix } from '#domain/profile/catalogue/catalogueProfile.ts';
import { catalogueQuery } from '#query/catalogueQuery.ts';
import { statusQuery } from '#query/statusQuery.ts';
import type { Stores } from '../../stores/StoresContext.ts';
import { endConnection } from '../endConnection.ts';

/**
 * Keeps the profiles of the catalogue that the page's address names as its site has them, once the person has agreed to
 * that. `main.tsx` calls it once, as it does `connectTeamFile`.
 */
export function connectCatalogue(
  queryClient: QueryClient,
  stores: Pick<Stores, 'profiles' | 'catalogue' | 'connections' | 'reconnections'>,
): void {
  const { profiles, catalogue } = stores;
  const { reading } = catalogue.getState();
  if (reading?.ok !== true) return;
  const { address } = reading;
  const query = catalogueQuery(address);
  const status = new QueryObserver(queryClient, { ...statusQuery(), enabled: false });
  const file = new QueryObserver(queryClient, { ...query, enabled: isToAsk() });

  file.subscribe(({ data }) => {
    if (data !== undefined && isAgreed()) profiles.getState().actions.setCatalogue(data.profiles);
  });
  // Others ask; this one listens.
  status.subscribe(update);
  catalogue.subscribe(({ consent }, before) => {
    update();
    if (consent !== 'declined' || before.consent === 'declined') return;
    queryClient.removeQueries({ queryKey: query.queryKey });
    forget();
  });

  function forget(): void {
    const { readyMade, drafts, actions } = profiles.getState();
    for (const id of Object.keys(readyMade)) {
      // What was edited is the person's own from now on.
      if (id.startsWith(catalogueIdPrefix(address.url)) && !(id in drafts)) endConnection(stores, id);
    }
    actions.forgetCatalogue(address.url);
  }

  function update(): void {
    file.setOptions({ ...query, enabled: isToAsk() });
  }

  function isAgreed(): boolean {
    return catalogue.getState().consent === 'agreed';
  }

  function isToAsk(): boolean {
    return isAgreed() && (address.isOwnSite || status.getCurrentResult().data?.state === 'ready');
  }
}
