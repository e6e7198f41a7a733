import { isActive } from '#domain/connection/reduceConnection.ts';
import type { ProfileId, TokenSource } from '#domain/profile/profile.ts';
import { resolveProfile } from '#domain/profile/resolveProfile.ts';
import { problemsOf } from '#domain/profile/variables/problemsOf.ts';
import { isTokenDue } from '#domain/token/tokenSource.ts';
import type { Dialled, DialOrder } from '#state/createReconnectionsStore.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { fillNow } from './filling.ts';
import { needsUnlocking } from './needsUnlocking.ts';
import { secretsToHide } from './secretsToHide.ts';
import { sendingToAsk } from './sendingToAsk.ts';
import type { Stores } from './StoresContext.ts';

export type DialStores = Pick<Stores, 'profiles' | 'connections' | 'tokens' | 'sendConsent'>;

/**
 * Dials with the profile as edited; a token that has expired is fetched first. A fetch that fails shows where the profile
 * shows, and nothing is dialled: the gateway would refuse the old token. Where nothing is to be fetched, it has dialled
 * when it returns.
 */
export async function dialProfile(
  stores: DialStores,
  id: ProfileId,
  order: DialOrder,
  signal: AbortSignal | null = null,
): Promise<Dialled> {
  const withheld = withheldSecrets(stores, id);
  if (withheld !== null) return withheld;
  const source = dueTokenSource(stores, id);
  if (source === null) return dialNow(stores, id, order);
  const { fetch, stop } = stores.tokens.getState().actions;
  const stopFetching = () => stop(id);
  signal?.addEventListener('abort', stopFetching);
  const fetched = await fetch(id, source);
  signal?.removeEventListener('abort', stopFetching);
  if (fetched.kind === 'stopped') return { kind: 'stopped' };
  if (fetched.kind === 'token') return dialNow(stores, id, order);
  return { kind: 'undialled', why: 'no new token came', isFinal: fetched.isFinal };
}

/** Why nothing may be sent unless the person is asked; `null` where everything may. */
function withheldSecrets({ profiles, sendConsent }: DialStores, id: ProfileId): Dialled | null {
  const state = profiles.getState();
  const profile = selectProfile(state, id);
  if (profile === null) return null;
  const undialled = (why: string) => ({ kind: 'undialled', why, isFinal: true }) as const;
  if (needsUnlocking(state, profile)) return undialled('its secrets are locked');
  if (sendingToAsk(sendConsent, state, profile) === null) return null;
  return undialled('it would send secrets to a new place');
}

/** Where the token comes from, when the one that is there can be used no more; else `null`. */
function dueTokenSource({ profiles, connections }: DialStores, id: ProfileId): TokenSource | null {
  const state = profiles.getState();
  const profile = selectProfile(state, id);
  if (profile?.tokenSource === undefined || problemsOf(fillNow(state, profile)).length > 0) return null;
  const phase = connections.getState().sessions[id]?.connection.phase;
  const isIdle = phase === undefined || !isActive(phase);
  return isIdle && isTokenDue(profile, state.secrets, Date.now()) ? profile.tokenSource : null;
}

function dialNow(stores: DialStores, id: ProfileId, { transport, attempt }: DialOrder): Dialled {
  // Others may have changed it while the token was fetched.
  const withheld = withheldSecrets(stores, id);
  if (withheld !== null) return withheld;
  const { profiles, connections, tokens } = stores;
  const state = profiles.getState();
  const profile = selectProfile(state, id);
  if (profile === null) return { kind: 'stopped' };
  const filled = fillNow(state, profile);
  const resolution = resolveProfile(filled.profile, filled.secrets);
  const [problem] = problemsOf(filled);
  if (problem !== undefined || !resolution.ok) {
    return { kind: 'undialled', why: problem?.message ?? '', isFinal: true };
  }
  tokens.getState().actions.dismiss(id);
  const request = { ...resolution.request, transport };
  const secrets = secretsToHide(state, profile, request).values;
  const { keepAlive, expectations = [] } = filled.profile;
  const terms = { keepAlive, attempt, expectations, secrets };
  connections.getState().actions.connect(id, request, terms);
  return { kind: 'dialled' };
}
