import { warnOfLength, type Endpoint, type EndpointWarning } from '../preflight/endpoint.ts';

/** gateways.md 4.3: the longest request line, as a refusal of Edge names it. */
const MAX_REQUEST_LINE_BYTES = 7_168;

/** Everything else is the choice of the proxy's author. */
export function preflight({ url }: Endpoint): readonly EndpointWarning[] {
  const { length } = `GET ${url.pathname}${url.search} HTTP/1.1`;
  if (length <= MAX_REQUEST_LINE_BYTES) return [];
  return [
    warnOfLength(
      `The request line would have ${length} bytes: Apigee Edge is known to refuse more than ${MAX_REQUEST_LINE_BYTES}.`,
    ),
  ];
}
