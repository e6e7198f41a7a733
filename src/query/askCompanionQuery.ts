import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import { API_PATHS } from '#wire/companionApi.ts';
import { parseHandshakeRecord } from '#wire/parseHandshakeRecord.ts';
import { callCompanion } from './callCompanion.ts';

/** Beside the steps' own limits the companion needs little, ms. */
const MARGIN_MS = 5_000;

/**
 * The companion's own handshake with the same request, for an attempt whose answer the browser hid. `attempt` tells one
 * attempt of a profile from the next; the request is not part of the key, because it holds secrets.
 */
export function askCompanionQuery(profileId: string, request: ConnectionRequest | null, attempt: number) {
  return queryOptions({
    queryKey: ['companion', 'handshake', profileId, attempt],
    queryFn:
      request === null
        ? skipToken
        : ({ signal }) =>
            callCompanion({
              path: API_PATHS.handshake,
              body: request,
              parse: parseHandshakeRecord,
              signal,
              limitMs: totalLimitMs(request),
            }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  });
}

function totalLimitMs({ options: { limits } }: ConnectionRequest): number {
  return limits.dnsMs + limits.tcpMs + limits.tlsMs + limits.answerMs + MARGIN_MS;
}
