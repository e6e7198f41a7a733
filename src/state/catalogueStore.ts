import type { StoreApi } from 'zustand/vanilla';
import type { CatalogueAddressReading } from '#domain/profile/catalogue/catalogueAddress.ts';

/** The catalogue that the page's address names, and what the person has said to it. */
export interface CatalogueState {
  /** `null` where the address names none. */
  readonly reading: CatalogueAddressReading | null;
  readonly consent: CatalogueConsent;
  readonly actions: CatalogueActions;
}

/**
 * Any page can send a browser to an address of this one: another site is asked for nothing before the person has agreed.
 * `undecided` is for them to answer; `declined` holds until they change their mind or come back.
 */
export type CatalogueConsent = 'undecided' | 'agreed' | 'declined';

export interface CatalogueActions {
  /** Remembered for this URL on this device. */
  readonly agree: () => void;
  /** Ends an agreement, too: it is forgotten. */
  readonly decline: () => void;
  /** Asks the person once more. */
  readonly askAgain: () => void;
}

export type CatalogueStore = StoreApi<CatalogueState>;
