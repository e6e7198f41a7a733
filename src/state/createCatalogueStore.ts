import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import type { CatalogueAddressReading } from '#domain/profile/catalogue/catalogueAddress.ts';
import type { CatalogueState, CatalogueStore } from './catalogueStore.ts';

/** What of `localStorage` is used. */
export type CatalogueStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The URLs that the person has agreed to, the last one first. */
const AGREED_KEY = 'postern.catalogues';

/** How many are remembered: who opens more than these is asked again for the oldest. */
const MAX_AGREED = 50;

const agreedSchema = v.array(v.string());

export function createCatalogueStore(
  reading: CatalogueAddressReading | null,
  storage: CatalogueStorage,
): CatalogueStore {
  const address = reading?.ok === true ? reading.address : null;
  // What comes from the page's own site is as good as the page.
  const isAgreed = address === null || address.isOwnSite || readAgreed(storage).includes(address.url);
  const remember = (isNowAgreed: boolean) => {
    if (address === null) return;
    const others = readAgreed(storage).filter((url) => url !== address.url);
    writeAgreed(storage, isNowAgreed ? [address.url, ...others] : others);
  };
  const store = createStore<CatalogueState>()(() => ({
    reading,
    consent: isAgreed ? 'agreed' : 'undecided',
    actions: {
      agree() {
        remember(true);
        store.setState({ consent: 'agreed' });
      },
      decline() {
        remember(false);
        store.setState({ consent: 'declined' });
      },
      askAgain: () => store.setState({ consent: address?.isOwnSite === true ? 'agreed' : 'undecided' }),
    },
  }));
  return store;
}

function readAgreed(storage: CatalogueStorage): readonly string[] {
  try {
    return v.parse(agreedSchema, JSON.parse(storage.getItem(AGREED_KEY) ?? '[]'));
  } catch {
    // Not JSON, not a list, or no access: nothing has been agreed to, so the person is asked.
    return [];
  }
}

function writeAgreed(storage: CatalogueStorage, urls: readonly string[]): void {
  try {
    storage.setItem(AGREED_KEY, JSON.stringify(urls.slice(0, MAX_AGREED)));
  } catch {
    // Storage is full or switched off: the agreement lasts until the reload.
  }
}
