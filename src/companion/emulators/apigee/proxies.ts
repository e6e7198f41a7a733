import type { FaultyBackends } from '../backends/faultyBackends.ts';
import { UNREACHABLE_PORT } from '../backends/unreachableBackend.ts';
import type { Refusal } from '../server/answer.ts';
import type { CutLimits } from '../server/cutWhenDue.ts';
import type { ApigeeCredentials, UselessCredentials } from './credentials.ts';
import { APIGEE_FAULTS } from './faults.ts';
import { APIGEE_LIMITS } from './limits.ts';
import {
  accessControl,
  asOlder,
  olderSpikeArrest,
  type Policy,
  quota,
  spikeArrest,
  verifyAccessToken,
  verifyApiKey,
} from './policies.ts';

/** An API proxy deployed to the environment. */
export interface Proxy {
  readonly basePath: string;
  /** In order. */
  readonly preFlow: readonly Policy[];
  readonly target: Target;
}

/** What comes after the policies: a backend, or a fault on the way to it. */
export type Target =
  | { readonly port: number; readonly cut?: CutLimits; readonly stripsUpgrade?: boolean }
  | { readonly fault: () => Refusal };

/** The first is the sample's own; the others are the same with one thing changed. */
export const BASE_PATHS = {
  sample: '/v1/samples/websockets',
  oauth: '/v1/samples/websockets-oauth',
  headerKey: '/v1/samples/websockets-header',
  spiking: '/v1/samples/websockets-spike',
  quota: '/v1/samples/websockets-quota',
  ipDenied: '/v1/samples/websockets-ip',
  noRoute: '/v1/samples/websockets-no-route',
  noTarget: '/v1/samples/websockets-no-target',
  noActiveTarget: '/v1/samples/websockets-no-active-target',
  targetDown: '/v1/samples/websockets-down',
  targetUntrusted: '/v1/samples/websockets-untrusted',
  targetRefuses: '/v1/samples/websockets-refused',
  targetEndsEarly: '/v1/samples/websockets-eof',
  targetSilent: '/v1/samples/websockets-silent',
  cutByLoadBalancer: '/v1/samples/websockets-30s',
  cutWhenIdle: '/v1/samples/websockets-idle',
  cutByIngress: '/v1/samples/websockets-300s',
  cutAtExpiry: '/v1/samples/websockets-expiring',
  stripped: '/v1/samples/websockets-stripped',
  olderOauth: '/v1/samples/websockets-older-oauth',
  olderSpike: '/v1/samples/websockets-older-spike',
  olderQuota: '/v1/samples/websockets-older-quota',
} as const;

export interface ProxyBackends extends FaultyBackends {
  readonly echoPort: number;
}

export function deployProxies(
  { echoPort, refusing, endingEarly, silent }: ProxyBackends,
  credentials: ApigeeCredentials,
  useless: UselessCredentials,
): readonly Proxy[] {
  const keyInQuery = verifyApiKey('request.queryparam.apikey', credentials, useless);
  const keyInHeader = verifyApiKey('request.header.x-apikey', credentials, useless);
  const tokenInQuery = verifyAccessToken('request.queryparam.access_token', credentials, useless);

  const echo = { port: echoPort };
  const echoCutAfter = (cut: CutLimits): Target => ({ port: echoPort, cut });
  const targets: Readonly<Record<string, Target>> = {
    [BASE_PATHS.sample]: echo,
    [BASE_PATHS.noRoute]: { fault: APIGEE_FAULTS.routeFailed },
    [BASE_PATHS.noTarget]: { fault: APIGEE_FAULTS.targetMissing },
    [BASE_PATHS.noActiveTarget]: { fault: APIGEE_FAULTS.noActiveTargets },
    [BASE_PATHS.targetUntrusted]: { fault: APIGEE_FAULTS.targetUntrusted },
    [BASE_PATHS.targetDown]: { port: UNREACHABLE_PORT },
    [BASE_PATHS.targetRefuses]: { port: refusing.port },
    [BASE_PATHS.targetEndsEarly]: { port: endingEarly.port },
    [BASE_PATHS.targetSilent]: { port: silent.port },
    [BASE_PATHS.stripped]: { port: echoPort, stripsUpgrade: true },
    [BASE_PATHS.cutByLoadBalancer]: echoCutAfter({ lifetimeMs: APIGEE_LIMITS.loadBalancerMs }),
    [BASE_PATHS.cutWhenIdle]: echoCutAfter({ idleMs: APIGEE_LIMITS.idleMs }),
    [BASE_PATHS.cutByIngress]: echoCutAfter({ lifetimeMs: APIGEE_LIMITS.ingressMs }),
  };
  return [
    ...Object.entries(targets).map(([basePath, target]) => ({ basePath, preFlow: [keyInQuery], target })),
    { basePath: BASE_PATHS.oauth, preFlow: [tokenInQuery], target: echo },
    { basePath: BASE_PATHS.headerKey, preFlow: [keyInHeader], target: echo },
    { basePath: BASE_PATHS.spiking, preFlow: [keyInQuery, spikeArrest], target: echo },
    { basePath: BASE_PATHS.quota, preFlow: [keyInQuery, quota], target: echo },
    { basePath: BASE_PATHS.olderOauth, preFlow: [asOlder(tokenInQuery)], target: echo },
    { basePath: BASE_PATHS.olderSpike, preFlow: [keyInQuery, olderSpikeArrest], target: echo },
    { basePath: BASE_PATHS.olderQuota, preFlow: [keyInQuery, asOlder(quota)], target: echo },
    { basePath: BASE_PATHS.ipDenied, preFlow: [accessControl, keyInQuery], target: echo },
    {
      basePath: BASE_PATHS.cutAtExpiry,
      preFlow: [tokenInQuery],
      target: echoCutAfter({ lifetimeMs: APIGEE_LIMITS.tokenMs }),
    },
  ];
}

/** The base path is the beginning of the path, segment by segment; the rest goes to the target (gateways.md 4.1). */
export function pathSuffix(proxy: Proxy, path: string): string | null {
  if (path === proxy.basePath) return '';
  return path.startsWith(`${proxy.basePath}/`) ? path.slice(proxy.basePath.length) : null;
}

/** In front of the environment: what the load balancer lets through is for Apigee to judge. */
export const BLOCKED_PATH = '/v1/blocked';
