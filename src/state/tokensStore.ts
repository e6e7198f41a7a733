import type { StoreApi } from 'zustand/vanilla';
import type { ProfileId, TokenSource } from '#domain/profile/profile.ts';
import type { OAuthToken } from '#domain/token/oauthToken.ts';
import type { TokenProblem } from '#domain/token/explainRefusal.ts';

/** The fetching of a profile's token, while it lasts and when it has failed. */
export type TokenFetch =
  | { readonly kind: 'fetching' }
  | { readonly kind: 'failed'; readonly problem: TokenProblem };

export type FetchedToken =
  | { readonly kind: 'token'; readonly token: OAuthToken; readonly expiresAt: number | null }
  /** `isFinal` where another fetch would come to the same. */
  | { readonly kind: 'failed'; readonly problem: TokenProblem; readonly isFinal: boolean }
  | { readonly kind: 'stopped' };

export interface TokensState {
  /** By profile; one that is not here has no fetch to speak of. */
  readonly fetches: Readonly<Record<ProfileId, TokenFetch>>;
  readonly actions: TokensActions;
}

export interface TokensActions {
  /** Fetches a token as `source` says and puts it where that says. One fetch a profile: a later one stops the one before. */
  readonly fetch: (id: ProfileId, source: TokenSource) => Promise<FetchedToken>;
  readonly stop: (id: ProfileId) => void;
  /** Forgets a fetch that failed. */
  readonly dismiss: (id: ProfileId) => void;
}

export type TokensStore = StoreApi<TokensState>;
