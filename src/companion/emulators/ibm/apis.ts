import type { FaultyBackends } from '../backends/faultyBackends.ts';
import { UNREACHABLE_PORT } from '../backends/unreachableBackend.ts';
import type { CutLimits } from '../server/cutWhenDue.ts';
import type { ScriptedAnswer } from './gatewayScript.ts';
import { IBM_LIMITS } from './limits.ts';

/** An API of the catalog. Each has one operation, on its base path. */
export interface Api {
  readonly basePath: string;
  readonly method: 'GET' | 'POST';
  readonly security: Security;
  /** What every app meets here, for causes that do not lie in the client id. */
  readonly plan: PlanRefusal | null;
  /** True where OAuth is asked for in place of a client id; no token is good. */
  readonly wantsToken: boolean;
  /** True where the plan's rate limit has been used up. */
  readonly isRateLimited: boolean;
  readonly assembly: Assembly;
}

/** What the API's security definition asks for, and where (gateways.md 6.3). */
export interface Security {
  readonly in: 'query' | 'header';
  readonly wantsSecret: boolean;
  /** The older gateway has another sentence for a client id that it does not know. */
  readonly isV5: boolean;
}

/** What else may be wrong with an app that is registered. */
export type PlanRefusal = 'none before the fix' | 'not active';

/** The two ways of gateways.md 6.2, and what is neither. */
export type Assembly =
  | { readonly policy: 'websocket-upgrade'; readonly targetPort: number; readonly cut?: CutLimits }
  | { readonly policy: 'gatewayscript'; readonly answer: ScriptedAnswer }
  /** The front handler does not allow upgrades, so that the call is one like any other. */
  | { readonly policy: 'plain' }
  | { readonly policy: 'failing' };

/** Provider organisation `org`, catalog `sandbox`. */
export const BASE_PATHS = {
  upgrade: '/org/sandbox/websocket-test',
  script: '/org/sandbox/websocket-script',
  scriptWithHeaders: '/org/sandbox/websocket-script-headers',
  secret: '/org/sandbox/websocket-secret',
  headerId: '/org/sandbox/websocket-header',
  v5: '/org/sandbox/websocket-v5',
  postOnly: '/org/sandbox/websocket-post',
  noUpgrade: '/org/sandbox/websocket-plain',
  rateLimited: '/org/sandbox/websocket-limited',
  failing: '/org/sandbox/websocket-error',
  backendDown: '/org/sandbox/websocket-down',
  backendRefuses: '/org/sandbox/websocket-refused',
  idle: '/org/sandbox/websocket-idle',
  noPlanBeforeFix: '/org/sandbox/websocket-old-plan',
  planNotActive: '/org/sandbox/websocket-inactive-plan',
  oauth: '/org/sandbox/websocket-oauth',
} as const;

export interface IbmBackends extends FaultyBackends {
  readonly upperCasePort: number;
}

export function publishApis({ upperCasePort, refusing }: IbmBackends): readonly Api[] {
  const upgradeTo = (targetPort: number, cut: CutLimits = {}): Assembly => ({
    policy: 'websocket-upgrade',
    targetPort,
    cut,
  });
  const script = (answer: ScriptedAnswer): Assembly => ({ policy: 'gatewayscript', answer });
  const idInQuery: Security = { in: 'query', wantsSecret: false, isV5: false };
  const api = (basePath: string, rest: Partial<Api> = {}): Api => ({
    basePath,
    method: 'GET',
    security: idInQuery,
    plan: null,
    wantsToken: false,
    isRateLimited: false,
    assembly: upgradeTo(upperCasePort),
    ...rest,
  });
  return [
    api(BASE_PATHS.upgrade),
    api(BASE_PATHS.script, { assembly: script('as published') }),
    api(BASE_PATHS.scriptWithHeaders, { assembly: script('with upgrade headers') }),
    api(BASE_PATHS.secret, { security: { ...idInQuery, wantsSecret: true } }),
    api(BASE_PATHS.headerId, { security: { ...idInQuery, in: 'header' } }),
    api(BASE_PATHS.noPlanBeforeFix, { plan: 'none before the fix' }),
    api(BASE_PATHS.planNotActive, { plan: 'not active' }),
    api(BASE_PATHS.oauth, { wantsToken: true }),
    api(BASE_PATHS.v5, { security: { ...idInQuery, isV5: true } }),
    api(BASE_PATHS.postOnly, { method: 'POST' }),
    api(BASE_PATHS.noUpgrade, { assembly: { policy: 'plain' } }),
    api(BASE_PATHS.rateLimited, { isRateLimited: true }),
    api(BASE_PATHS.failing, { assembly: { policy: 'failing' } }),
    api(BASE_PATHS.backendDown, { assembly: upgradeTo(UNREACHABLE_PORT) }),
    api(BASE_PATHS.backendRefuses, { assembly: upgradeTo(refusing.port) }),
    api(BASE_PATHS.idle, { assembly: upgradeTo(upperCasePort, { idleMs: IBM_LIMITS.idleMs }) }),
  ];
}

export function isWithin(api: Api, path: string): boolean {
  return path === api.basePath || path.startsWith(`${api.basePath}/`);
}
