import type { Fix } from '../fixAction.ts';

/** What is about to be asked, as far as it shows before anything is sent: names, never values. */
export interface Endpoint {
  /** The whole URL, parameters included. */
  readonly url: URL;
  /** Names of the query parameters, in lower case. */
  readonly parameters: ReadonlySet<string>;
  /** Names of the headers, in lower case. That a browser can send none of them is a warning of its own. */
  readonly headers: ReadonlySet<string>;
}

/** A sentence on what will probably be refused, the place where it can be put right, and how. */
export interface EndpointWarning {
  readonly at: 'url' | 'parameters' | 'headers';
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** Of a URL: it takes more than the gateway does, and what to leave out is for the person to say. */
export function warnOfLength(message: string): EndpointWarning {
  return { at: 'url', message, fixes: [] };
}
