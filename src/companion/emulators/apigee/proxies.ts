import { UNREACHABLE_PORT } from '../backends/unreachableBackend.ts';
import type { ApigeeCredentials } from './credentials.ts';
import { type Policy, spikeArrest, verifyAccessToken, verifyApiKey } from './policies.ts';

/** An API proxy deployed to the environment. */
export interface Proxy {
  readonly basePath: string;
  /** In order. */
  readonly preFlow: readonly Policy[];
  readonly targetPort: number;
}

/** The first is the sample's own; the others are the same with one thing changed. */
export const BASE_PATHS = {
  sample: '/v1/samples/websockets',
  oauth: '/v1/samples/websockets-oauth',
  headerKey: '/v1/samples/websockets-header',
  spiking: '/v1/samples/websockets-spike',
  targetDown: '/v1/samples/websockets-down',
} as const;

export function deployProxies(echoPort: number, credentials: ApigeeCredentials): readonly Proxy[] {
  const keyInQuery = verifyApiKey('request.queryparam.apikey', credentials);
  const keyInHeader = verifyApiKey('request.header.x-apikey', credentials);
  const tokenInQuery = verifyAccessToken('request.queryparam.access_token', credentials);
  return [
    { basePath: BASE_PATHS.sample, preFlow: [keyInQuery], targetPort: echoPort },
    { basePath: BASE_PATHS.oauth, preFlow: [tokenInQuery], targetPort: echoPort },
    { basePath: BASE_PATHS.headerKey, preFlow: [keyInHeader], targetPort: echoPort },
    { basePath: BASE_PATHS.spiking, preFlow: [keyInQuery, spikeArrest], targetPort: echoPort },
    { basePath: BASE_PATHS.targetDown, preFlow: [keyInQuery], targetPort: UNREACHABLE_PORT },
  ];
}

/** The base path is the beginning of the path, segment by segment; the rest goes to the target (gateways.md 4.1). */
export function pathSuffix(proxy: Proxy, path: string): string | null {
  if (path === proxy.basePath) return '';
  return path.startsWith(`${proxy.basePath}/`) ? path.slice(proxy.basePath.length) : null;
}
