import { parseUrl } from '../../format/parseUrl.ts';

/** Where a catalogue is: a file of profiles that a site serves for all to read. */
export interface CatalogueAddress {
  /** Absolute, without a fragment. */
  readonly url: string;
  /** What its profiles are listed under: the site's name, with its port where it has one of its own. */
  readonly site: string;
  /** Whether it comes from where the page comes from: then the page asks by itself, and nobody else hears of it. */
  readonly isOwnSite: boolean;
}

export type CatalogueAddressReading =
  | { readonly ok: true; readonly address: CatalogueAddress }
  | { readonly ok: false; readonly message: string };

/** Reads what the page's address says after `?profiles=`; it may be relative to the page. */
export function readCatalogueAddress(text: string, pageUrl: string): CatalogueAddressReading {
  const url = parseUrl(text.trim(), pageUrl);
  if (text.trim() === '' || url === null) {
    return wrong('What stands after ?profiles= in the address of this page is no URL of a file of profiles.');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return wrong(
      `The address after ?profiles= begins with ${url.protocol}, where http: or https: is needed.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    return wrong(
      'The address after ?profiles= holds a user name or password. A catalogue is asked for without any: leave them out.',
    );
  }
  url.hash = '';
  return {
    ok: true,
    address: { url: url.href, site: url.host, isOwnSite: url.origin === parseUrl(pageUrl)?.origin },
  };
}

function wrong(message: string): CatalogueAddressReading {
  return { ok: false, message };
}
