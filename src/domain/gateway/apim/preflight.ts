import type { Endpoint, EndpointWarning } from '../preflight/endpoint.ts';
import { warnOfMissingToken } from '../webpubsub/preflight.ts';

/** The v2 tiers' limit of the query, bytes (Azure's list of API Management limits). */
const MAX_V2_QUERY_BYTES = 2_048;
/** The form of a Web PubSub API's suffix (gateways.md 2.1); of any other, what belongs to it cannot be known. */
const HUB_PATH = /^(\/client\/hubs\/[^/]+)\/.*$/;

/** gateways.md 2.1 and 2.2. */
export function preflight(endpoint: Endpoint): readonly EndpointWarning[] {
  const { url, parameters, headers } = endpoint;
  const suffix = HUB_PATH.exec(url.pathname)?.[1];
  const queryBytes = url.search.length;
  const hasKey = [...parameters, ...headers].some((name) => /key/.test(name)) || headers.has('authorization');
  return [
    ...(suffix === undefined
      ? []
      : [
          {
            at: 'url' as const,
            message: `API Management answers 404 when anything follows the API’s suffix: end the path with ${suffix}, and put what varies into the query.`,
          },
        ]),
    ...(queryBytes <= MAX_V2_QUERY_BYTES
      ? []
      : [
          {
            at: 'url' as const,
            message: `The query has ${queryBytes} bytes: API Management’s v2 tiers take ${MAX_V2_QUERY_BYTES}.`,
          },
        ]),
    ...(hasKey
      ? []
      : [
          {
            at: 'parameters' as const,
            message:
              'No subscription key: API Management refuses without one, unless the API needs none. Add subscription-key.',
          },
        ]),
    ...(url.pathname.startsWith('/client/') ? warnOfMissingToken(endpoint) : []),
  ];
}
