/** What is about to be asked, as far as it shows before anything is sent: names, never values. */
export interface Endpoint {
  /** The whole URL, parameters included. */
  readonly url: URL;
  /** Names of the query parameters, in lower case. */
  readonly parameters: ReadonlySet<string>;
  /** Names of the headers, in lower case; empty in the Browser transport. */
  readonly headers: ReadonlySet<string>;
}

/** A sentence on what will probably be refused, and the place where it can be put right. */
export interface EndpointWarning {
  readonly at: 'url' | 'parameters' | 'headers';
  readonly message: string;
}
