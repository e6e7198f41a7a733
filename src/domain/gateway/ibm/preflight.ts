import { fixBy, type Fix } from '../fixAction.ts';
import { warnOfLength, type Endpoint, type EndpointWarning } from '../preflight/endpoint.ts';

/** gateways.md 6.3: id and secret in one place, and 6.5: the longest URL. */
const MAX_URL_BYTES = 16_384;

export function preflight(endpoint: Endpoint): readonly EndpointWarning[] {
  const { length } = endpoint.url.href;
  return [
    ...warnOfTwoPlaces(endpoint),
    ...(length > MAX_URL_BYTES
      ? [warnOfLength(`The URL has ${length} bytes: DataPower takes ${MAX_URL_BYTES}.`)]
      : []),
  ];
}

function warnOfTwoPlaces({ parameters, headers }: Endpoint): readonly EndpointWarning[] {
  const fixes = fixesOfTwoPlaces(parameters, headers);
  if (fixes.length === 0) return [];
  const message = 'API Connect reads client ID and secret from one place.';
  return [{ at: 'headers', message, fixes }];
}

function fixesOfTwoPlaces(parameters: ReadonlySet<string>, headers: ReadonlySet<string>): readonly Fix[] {
  const isSecretApart = parameters.has('client_id') && headers.has('x-ibm-client-secret');
  if (isSecretApart) {
    return [
      fixBy(
        { kind: 'move-header-to-query', header: 'X-IBM-Client-Secret', parameter: 'client_secret' },
        'Put the secret into the query too, where the API reads it.',
      ),
      fixBy(
        { kind: 'move-parameter-to-header', parameter: 'client_id', header: 'X-IBM-Client-Id' },
        'Or put the ID into a header.',
      ),
    ];
  }
  if (!headers.has('x-ibm-client-id') || !parameters.has('client_secret')) return [];
  return [
    fixBy(
      { kind: 'move-parameter-to-header', parameter: 'client_secret', header: 'X-IBM-Client-Secret' },
      'Put the secret into a header too.',
    ),
    fixBy(
      { kind: 'move-header-to-query', header: 'X-IBM-Client-Id', parameter: 'client_id' },
      'Or put the ID into the query, where the API reads it.',
    ),
  ];
}
