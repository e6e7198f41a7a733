import { UNREACHABLE_PORT } from '../backends/unreachableBackend.ts';
import type { ScriptedAnswer } from './gatewayScript.ts';

/** An API of the catalog. Each has one operation, GET on its base path. */
export interface Api {
  readonly basePath: string;
  /** True where the plan's rate limit has been used up. */
  readonly isRateLimited: boolean;
  readonly assembly: Assembly;
}

/** The two ways of gateways.md 6.2. */
export type Assembly =
  | { readonly policy: 'websocket-upgrade'; readonly targetPort: number }
  | { readonly policy: 'gatewayscript'; readonly answer: ScriptedAnswer };

/** Provider organisation `org`, catalog `sandbox`. */
export const BASE_PATHS = {
  upgrade: '/org/sandbox/websocket-test',
  script: '/org/sandbox/websocket-script',
  scriptWithHeaders: '/org/sandbox/websocket-script-headers',
  rateLimited: '/org/sandbox/websocket-limited',
  backendDown: '/org/sandbox/websocket-down',
} as const;

export function publishApis(upperCasePort: number): readonly Api[] {
  const upgradeTo = (targetPort: number): Assembly => ({ policy: 'websocket-upgrade', targetPort });
  const script = (answer: ScriptedAnswer): Assembly => ({ policy: 'gatewayscript', answer });
  return [
    { basePath: BASE_PATHS.upgrade, isRateLimited: false, assembly: upgradeTo(upperCasePort) },
    { basePath: BASE_PATHS.script, isRateLimited: false, assembly: script('as published') },
    {
      basePath: BASE_PATHS.scriptWithHeaders,
      isRateLimited: false,
      assembly: script('with upgrade headers'),
    },
    { basePath: BASE_PATHS.rateLimited, isRateLimited: true, assembly: upgradeTo(upperCasePort) },
    { basePath: BASE_PATHS.backendDown, isRateLimited: false, assembly: upgradeTo(UNREACHABLE_PORT) },
  ];
}

export function isWithin(api: Api, path: string): boolean {
  return path === api.basePath || path.startsWith(`${api.basePath}/`);
}
