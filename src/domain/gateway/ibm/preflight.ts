import type { Endpoint, EndpointWarning } from '../preflight/endpoint.ts';

/** gateways.md 6.3: id and secret in one place, and 6.5: the longest URL. */
const MAX_URL_BYTES = 16_384;

export function preflight({ url, parameters, headers }: Endpoint): readonly EndpointWarning[] {
  const isSplit =
    (parameters.has('client_id') && headers.has('x-ibm-client-secret')) ||
    (headers.has('x-ibm-client-id') && parameters.has('client_secret'));
  return [
    ...(isSplit
      ? [
          {
            at: 'headers' as const,
            message:
              'API Connect reads client ID and secret from one place: put both into the query, or both into headers.',
          },
        ]
      : []),
    ...(url.href.length > MAX_URL_BYTES
      ? [
          {
            at: 'url' as const,
            message: `The URL has ${url.href.length} bytes: DataPower takes ${MAX_URL_BYTES}.`,
          },
        ]
      : []),
  ];
}
