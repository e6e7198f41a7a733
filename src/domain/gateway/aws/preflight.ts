import type { Endpoint, EndpointWarning } from '../preflight/endpoint.ts';
import { recognise } from './recognise.ts';

/** gateways.md 5.1. */
const MAX_URL_BYTES = 4_096;

/** A custom domain's paths are its owner's choice, so only an execute-api host says what is missing. */
export function preflight({ url }: Endpoint): readonly EndpointWarning[] {
  const messages: string[] = [];
  const [stage, ...others] = url.pathname.split('/').filter((part) => part !== '');
  if (recognise(url) !== null && stage === undefined) {
    messages.push(
      'The stage is missing: an execute-api URL ends with it, for example /dev. Without it AWS answers 403.',
    );
  }
  if (recognise(url) !== null && others.length > 0) {
    messages.push(`Nothing may follow the stage but a query: AWS answers 403 to ${url.pathname}.`);
  }
  if (url.href.length > MAX_URL_BYTES) {
    messages.push(`The URL has ${url.href.length} bytes: AWS takes ${MAX_URL_BYTES}.`);
  }
  return messages.map((message) => ({ at: 'url', message }));
}
