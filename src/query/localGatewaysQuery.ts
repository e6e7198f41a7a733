import { queryOptions } from '@tanstack/react-query';
import { API_PATHS } from '#wire/companionApi.ts';
import { parseLocalGateways } from '#wire/parseCompanionApi.ts';
import { callCompanion } from './callCompanion.ts';

/** The local gateways and their scenarios. They change only with the companion. */
export function localGatewaysQuery() {
  return queryOptions({
    queryKey: ['companion', 'gateways'],
    queryFn: ({ signal }) => callCompanion({ path: API_PATHS.gateways, parse: parseLocalGateways, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  });
}
