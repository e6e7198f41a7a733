import { QueryObserver } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { catalogueIdPrefix } from '#domain/profile/catalogue/catalogueProfile.ts';
import type { CatalogueAddress } from '#domain/profile/catalogue/catalogueAddress.ts';
import type { Catalogue } from '#domain/profile/catalogue/readCatalogue.ts';
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
  stores: Pick<Stores, 'profiles' | 'catalogue' | 'connections' | 'reconnections' | 'notices'>,
): void {
  const { profiles, catalogue } = stores;
  const { reading } = catalogue.getState();
  if (reading?.ok !== true) return;
  const { address } = reading;
  const query = catalogueQuery(address);
  const status = new QueryObserver(queryClient, { ...statusQuery(), enabled: false });
  const file = new QueryObserver(queryClient, { ...query, enabled: isToAsk() });

  let handedOver: Catalogue | null = null;
  /** Who has just agreed wants to hear of it, though the list may be out of sight. */
  let isAnswerDue = false;

  file.subscribe(({ data, isFetching, isError }) => {
    if (!isAgreed()) return;
    if (data !== undefined && data !== handedOver) {
      handedOver = data;
      profiles.getState().actions.setCatalogue(data.profiles);
    }
    if (!isAnswerDue || isFetching || (data === undefined && !isError)) return;
    isAnswerDue = false;
    stores.notices.getState().actions.show(answerOf(address, isError ? null : (data ?? null)));
  });
  // Others ask; this one listens.
  status.subscribe(update);
  catalogue.subscribe(({ consent }, before) => {
    if (consent === 'agreed' && before.consent !== 'agreed') isAnswerDue = true;
    update();
    if (consent !== 'declined' || before.consent === 'declined') return;
    handedOver = null;
    isAnswerDue = false;
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

function answerOf({ site }: CatalogueAddress, catalogue: Catalogue | null): string {
  if (catalogue === null) return `The profiles of ${site} could not be shown: the list of profiles says why.`;
  const count = catalogue.profiles.length;
  return count === 1
    ? `One profile of ${site} is in the list.`
    : `${count} profiles of ${site} are in the list.`;
}
