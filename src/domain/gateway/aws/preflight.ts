import { isLoopbackHost } from '../../profile/isLoopbackHost.ts';
import { fixBy } from '../fixAction.ts';
import { warnOfLength, type Endpoint, type EndpointWarning } from '../preflight/endpoint.ts';
import { recognise } from './recognise.ts';
import { pathWithoutStage } from './stageName.ts';

/** gateways.md 5.1. */
const MAX_URL_BYTES = 4_096;

/** A custom domain has a name; an address in numbers is none. */
const NUMERIC_HOST = /^(?:[\d.]+|\[.*\])$/;

/** gateways.md 5.1. */
export function preflight({ url }: Endpoint): readonly EndpointWarning[] {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  return [
    ...(isOwnHost(url) ? warnOfStage(url, parts) : warnOfCustomDomain(url, parts)),
    ...(url.href.length > MAX_URL_BYTES
      ? [warnOfLength(`The URL has ${url.href.length} bytes: AWS takes ${MAX_URL_BYTES}.`)]
      : []),
  ];
}

/** The API's own host, which the local gateway's address in numbers stands for. */
function isOwnHost(url: URL): boolean {
  return recognise(url) !== null || (isLoopbackHost(url.hostname) && NUMERIC_HOST.test(url.hostname));
}

/** An execute-api host wants the stage, and nothing after it. */
function warnOfStage(url: URL, [stage, ...others]: readonly string[]): readonly EndpointWarning[] {
  if (stage === undefined) {
    const message = 'The stage is missing: an execute-api URL ends with it. Without it AWS answers 403.';
    const add = fixBy({ kind: 'add-stage' }, 'Add the stage, for example /dev.');
    return [{ at: 'url', message, fixes: [add] }];
  }
  if (others.length === 0) return [];
  const message = `Nothing may follow the stage but a query: AWS answers 403 to ${url.pathname}.`;
  const drop = fixBy({ kind: 'set-path', path: `/${stage}` }, `End the path with /${stage}.`);
  return [{ at: 'url', message, fixes: [drop] }];
}

/** A custom domain's paths are its owner's choice: only what looks like a stage can be said to be probably wrong. */
function warnOfCustomDomain({ hostname }: URL, parts: readonly string[]): readonly EndpointWarning[] {
  const path = pathWithoutStage(parts);
  if (path === null || NUMERIC_HOST.test(hostname)) return [];
  const last = parts.at(-1);
  const message = `/${last} looks like a stage. A custom domain’s API mapping selects the stage: unless /${last} belongs to the mapping’s key, which only its owner knows, AWS answers 403.`;
  const drop = fixBy({ kind: 'set-path', path }, `Remove /${last} from the URL.`);
  return [{ at: 'url', message, fixes: [drop] }];
}
