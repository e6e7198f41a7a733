import { createStore } from 'zustand/vanilla';
import { fillProfile, fillTokenSource } from '#domain/profile/variables/fillProfile.ts';
import type { ProfileId, TokenSource } from '#domain/profile/profile.ts';
import type { OAuthTokenAnswer, OAuthTokenRequest } from '#domain/token/oauthToken.ts';
import { credentialOf, encodeExpiry, tokenExpiry, tokenRequestOf } from '#domain/token/tokenSource.ts';
import { withCredential } from '#domain/token/withCredential.ts';
import { environmentLookup } from './environmentLookup.ts';
import { selectProfile } from './profilesStore.ts';
import type { ProfilesStore } from './profilesStore.ts';
import { without } from './record.ts';
import type { FetchedToken, TokenFetch, TokensState, TokensStore } from './tokensStore.ts';

export interface TokensStoreOptions {
  readonly profiles: ProfilesStore;
  /** The companion's way to a token endpoint; rejects when there is no companion. */
  readonly fetchToken: (request: OAuthTokenRequest, signal: AbortSignal) => Promise<OAuthTokenAnswer>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
}

export function createTokensStore(options: TokensStoreOptions): TokensStore {
  const { profiles, now, newId } = options;
  const controllers = new Map<ProfileId, AbortController>();

  const store = createStore<TokensState>()(() => ({
    fetches: {},
    actions: {
      async fetch(id, source) {
        controllers.get(id)?.abort();
        const controller = new AbortController();
        controllers.set(id, controller);
        note(id, { kind: 'fetching' });
        const fetched = await ask(id, source, controller.signal);
        // A later fetch of the same profile speaks for itself.
        if (controllers.get(id) !== controller) return { kind: 'stopped' };
        controllers.delete(id);
        note(id, fetched.kind === 'failed' ? { kind: 'failed', problem: fetched.problem } : null);
        return fetched;
      },
      stop(id) {
        controllers.get(id)?.abort();
        controllers.delete(id);
        note(id, null);
      },
      dismiss: (id) => note(id, null),
    },
  }));

  function note(id: ProfileId, fetch: TokenFetch | null): void {
    store.setState(({ fetches }) => ({
      fetches: fetch === null ? without(fetches, [id]) : { ...fetches, [id]: fetch },
    }));
  }

  async function ask(id: ProfileId, source: TokenSource, signal: AbortSignal): Promise<FetchedToken> {
    const profile = selectProfile(profiles.getState(), id);
    if (profile === null) return { kind: 'stopped' };
    const state = profiles.getState();
    const lookup = environmentLookup(state, { now, uuid: newId, random: Math.random });
    const filled = fillTokenSource(source, state.secrets, lookup);
    const [missing] = filled.problems;
    if (missing !== undefined) {
      return { kind: 'failed', problem: { at: null, message: missing.message }, isFinal: true };
    }
    // Its proxy and its certificate authorities are asked with too.
    const { profile: asked, secrets } = fillProfile(profile, filled.secrets, lookup);
    const request = tokenRequestOf(filled.source, asked, secrets);
    try {
      const answer = await options.fetchToken(request, signal);
      return signal.aborted ? { kind: 'stopped' } : await take(id, source, answer);
    } catch (error) {
      if (signal.aborted) return { kind: 'stopped' };
      const message = error instanceof Error ? error.message : 'The companion gave no answer.';
      return { kind: 'failed', problem: { at: null, message }, isFinal: false };
    }
  }

  async function take(id: ProfileId, source: TokenSource, answer: OAuthTokenAnswer): Promise<FetchedToken> {
    if (answer.kind === 'failed') {
      return { kind: 'failed', problem: { at: 'url', message: answer.message }, isFinal: false };
    }
    if (answer.kind === 'refused') {
      // Few tokens are refused: what explains it is no part of the first load.
      const { explainRefusal } = await import('#domain/token/explainRefusal.ts');
      return { kind: 'failed', problem: explainRefusal(answer.refusal), isFinal: true };
    }
    const { token } = answer;
    const { edit, setSecret } = profiles.getState().actions;
    const profile = selectProfile(profiles.getState(), id);
    // The person has deleted it meanwhile.
    if (profile === null) return { kind: 'stopped' };
    const placed = withCredential(profile, source.place, newId);
    setSecret(placed.secretId, credentialOf(token, source.place));
    setSecret(source.expiresAtId, encodeExpiry(token, now()));
    if (placed.profile !== profile) edit(id, () => placed.profile);
    return { kind: 'token', token, expiresAt: tokenExpiry(source, profiles.getState().secrets) };
  }

  return store;
}
