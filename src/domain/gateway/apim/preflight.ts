import { fixBy } from '../fixAction.ts';
import { warnOfLength, type Endpoint, type EndpointWarning } from '../preflight/endpoint.ts';
import { warnOfMissingToken } from '../webpubsub/preflight.ts';

/** The v2 tiers' limit of the query, bytes (Azure's list of API Management limits). */
const MAX_V2_QUERY_BYTES = 2_048;
/** The form of a Web PubSub API's suffix (gateways.md 2.1); of any other, what belongs to it cannot be known. */
const HUB_PATH = /^(\/client\/hubs\/[^/]+)\/.*$/;

/** gateways.md 2.1 and 2.2. */
export function preflight(endpoint: Endpoint): readonly EndpointWarning[] {
  const { pathname, search } = endpoint.url;
  return [
    ...warnOfPath(pathname),
    ...(search.length <= MAX_V2_QUERY_BYTES
      ? []
      : [
          warnOfLength(
            `The query has ${search.length} bytes: API Management’s v2 tiers take ${MAX_V2_QUERY_BYTES}.`,
          ),
        ]),
    ...warnOfMissingKey(endpoint),
    ...(pathname.startsWith('/client/') ? warnOfMissingToken(endpoint) : []),
  ];
}

function warnOfPath(path: string): readonly EndpointWarning[] {
  const suffix = HUB_PATH.exec(path)?.[1];
  if (suffix === undefined) return [];
  const message = 'API Management answers 404 when anything follows the API’s suffix.';
  const fix = `End the path with ${suffix}, and put what varies into the query.`;
  return [{ at: 'url', message, fixes: [fixBy({ kind: 'set-path', path: suffix }, fix)] }];
}

function warnOfMissingKey({ parameters, headers }: Endpoint): readonly EndpointWarning[] {
  const hasKey = [...parameters, ...headers].some((name) => /key/.test(name)) || headers.has('authorization');
  if (hasKey) return [];
  const add = fixBy({ kind: 'add-parameter', name: 'subscription-key' }, 'Add subscription-key.');
  const message = 'No subscription key: API Management refuses without one, unless the API needs none.';
  return [{ at: 'parameters', message, fixes: [add] }];
}
