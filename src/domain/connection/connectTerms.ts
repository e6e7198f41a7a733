import type { Expectation } from '../expectation/expectation.ts';
import type { KeepAlive } from '../profile/profile.ts';
import type { AttemptNumber } from '../reconnect/reconnection.ts';

/** What the engine does for a connection that is no part of its request. */
export interface ConnectTerms {
  readonly keepAlive: KeepAlive;
  /** Which attempt to reconnect it is, for the log; `null` where the person asked for it. */
  readonly attempt: AttemptNumber | null;
  /** What the profile expects: the engine looks for the messages among it. */
  readonly expectations: readonly Expectation[];
  /** What must not stand in what the log says of the connection itself. */
  readonly secrets: readonly string[];
}

export const NO_TERMS: ConnectTerms = {
  keepAlive: { kind: 'off' },
  attempt: null,
  expectations: [],
  secrets: [],
};
