/** What came of asking a site for its catalogue, whoever asked. */
export type CatalogueAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Of the `Content-Type` header, for example `application/json`; empty where there is none. */
      readonly mediaType: string;
      /** Empty for any status but 2xx. */
      readonly text: string;
    }
  /** No answer, or none that can be taken. `message` says why, in a sentence that quotes nothing of it. */
  | { readonly kind: 'failed'; readonly message: string };
