import { useQuery } from '@tanstack/react-query';
import type { Transport } from '#domain/handshake/handshakeRecord.ts';
import { statusQuery } from '#query/statusQuery.ts';

/** Whether the companion can be used: `checking` only until its first answer. */
export type CompanionState = 'checking' | 'ready' | 'token-required' | 'absent';

export function useCompanion(): CompanionState {
  const { data } = useQuery(statusQuery());
  return data?.state ?? 'checking';
}

/** The transport that an attempt takes: the one chosen, but the browser's own where there is no companion to ask. */
export function effectiveTransport(chosen: Transport, companion: CompanionState): Transport {
  return companion === 'absent' || companion === 'token-required' ? 'browser' : chosen;
}
