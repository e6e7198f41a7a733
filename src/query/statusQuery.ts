import { queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { API_PATHS } from '#wire/companionApi.ts';
import type { CompanionStatus } from '#wire/companionApi.ts';
import { parseCompanionStatus } from '#wire/parseCompanionApi.ts';
import { ApiError } from './apiError.ts';
import { callCompanion } from './callCompanion.ts';
import { localGatewaysQuery } from './localGatewaysQuery.ts';

/** Whether there is a companion, and whether it knows this browser. */
export type CompanionPresence =
  | { readonly state: 'ready'; readonly status: CompanionStatus }
  /** It is there and wants its token first. */
  | { readonly state: 'token-required' }
  /** Static hosting, or it has ended. */
  | { readonly state: 'absent' };

/** How often the page looks whether the companion is still there, ms: one that ended shows within a breath. */
const POLL_MS = 5_000;

const STATUS_KEY = ['companion', 'status'] as const;

export function statusQuery() {
  return queryOptions({
    queryKey: STATUS_KEY,
    async queryFn({ signal, client }) {
      const presence = await readPresence(signal);
      await renewGateways(client, presence);
      return presence;
    },
    refetchInterval: POLL_MS,
    // What comes onto the page meanwhile has no need to ask again: another profile, at each choice of one.
    staleTime: POLL_MS,
    refetchOnWindowFocus: 'always',
    retry: false,
    networkMode: 'always',
  });
}

async function readPresence(signal: AbortSignal): Promise<CompanionPresence> {
  try {
    const status = await callCompanion({ path: API_PATHS.status, parse: parseCompanionStatus, signal });
    return { state: 'ready', status };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { state: error.code === 'token-required' ? 'token-required' : 'absent' };
  }
}

/** A companion that has started since the last look has other gateways, with other keys: what is known of them is old. */
async function renewGateways(client: QueryClient, presence: CompanionPresence): Promise<void> {
  const before = client.getQueryData<CompanionPresence>(STATUS_KEY);
  if (before === undefined || presence.state !== 'ready') return;
  if (before.state === 'ready' && before.status.startedAt === presence.status.startedAt) return;
  await client.invalidateQueries({ queryKey: localGatewaysQuery().queryKey });
}
