/** What a person expects of an endpoint, kept with its profile; times in ms. Judged after each connection. */
export type ExpectedOutcome =
  | { readonly kind: 'opens'; readonly withinMs: number }
  /** Refused on purpose, for example without a key. */
  | { readonly kind: 'refused'; readonly status: number }
  /** The subprotocol that the server selects; empty for none. */
  | { readonly kind: 'subprotocol'; readonly value: string }
  | {
      readonly kind: 'message';
      /** An expression of the log's own filter language, asked of each text and binary message that comes in. */
      readonly filter: string;
      readonly withinMs: number;
      /** The saved message from whose sending the time counts; empty for the opening of the connection. */
      readonly after: string;
    }
  /** Closed by the other side, so long after the opening at most. */
  | { readonly kind: 'closes'; readonly code: number; readonly withinMs: number };

export type Expectation = ExpectedOutcome & {
  /** Unique within its profile. */
  readonly id: string;
};

/** More make a list that nobody reads. */
export const MAX_EXPECTATIONS = 50;

/** Ten minutes: longer, nobody waits for a verdict, in a page or in a build. */
export const MAX_EXPECTED_MS = 10 * 60_000;

/** Characters of an expression: a screenful. */
export const MAX_EXPECTED_FILTER_LENGTH = 2_000;

/** What stands in a new expectation of a kind, until the person says otherwise. */
export const DEFAULT_EXPECTATIONS: {
  readonly [Kind in ExpectedOutcome['kind']]: Extract<ExpectedOutcome, { kind: Kind }>;
} = {
  opens: { kind: 'opens', withinMs: 2_000 },
  refused: { kind: 'refused', status: 401 },
  subprotocol: { kind: 'subprotocol', value: '' },
  message: { kind: 'message', filter: '', withinMs: 2_000, after: '' },
  closes: { kind: 'closes', code: 1000, withinMs: 5_000 },
};
