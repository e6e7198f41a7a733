import { fixBy } from '../fixAction.ts';
import type { Endpoint, EndpointWarning } from '../preflight/endpoint.ts';

/** gateways.md 3.1. */
export function preflight(endpoint: Endpoint): readonly EndpointWarning[] {
  const { pathname, searchParams } = endpoint.url;
  const isClientPath = /^\/client\/hubs\/[^/]+\/?$/.test(pathname) || searchParams.has('hub');
  return [
    ...(isClientPath
      ? []
      : [
          {
            at: 'url' as const,
            message:
              'Clients of Web PubSub use the path /client/hubs/{hub}; this one is likely to be refused.',
            fixes: [],
          },
        ]),
    ...warnOfMissingToken(endpoint),
  ];
}

export function warnOfMissingToken({ parameters, headers }: Endpoint): readonly EndpointWarning[] {
  // A recovered connection brings the token of its own (gateways.md 3.5).
  const hasToken =
    parameters.has('access_token') ||
    parameters.has('awps_reconnection_token') ||
    headers.has('authorization');
  if (hasToken) return [];
  const message = 'No access token: Web PubSub answers 401 unless the hub lets anonymous clients in.';
  const add = fixBy({ kind: 'add-parameter', name: 'access_token' }, 'Add access_token.');
  return [{ at: 'parameters', message, fixes: [add] }];
}
