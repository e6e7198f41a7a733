import { queryOptions } from '@tanstack/react-query';
import { API_PATHS } from '#wire/companionApi.ts';
import type { CompanionStatus } from '#wire/companionApi.ts';
import { parseCompanionStatus } from '#wire/parseCompanionApi.ts';
import { ApiError } from './apiError.ts';
import { callCompanion } from './callCompanion.ts';

/** Whether there is a companion, and whether it knows this browser. */
export type CompanionPresence =
  | { readonly state: 'ready'; readonly status: CompanionStatus }
  /** It is there and wants its token first. */
  | { readonly state: 'token-required' }
  /** Static hosting, or it has ended. */
  | { readonly state: 'absent' };

/** How often the page looks whether the companion is still there, ms: one that ended shows within a breath. */
const POLL_MS = 5_000;

export function statusQuery() {
  return queryOptions({
    queryKey: ['companion', 'status'],
    queryFn: ({ signal }) => readPresence(signal),
    refetchInterval: POLL_MS,
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
