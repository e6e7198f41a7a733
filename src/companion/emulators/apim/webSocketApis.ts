import type { FaultyBackends } from '../backends/faultyBackends.ts';
import { UNREACHABLE_PORT } from '../backends/unreachableBackend.ts';
import type { Refusal } from '../server/answer.ts';
import { type Call, headerOf } from '../server/call.ts';
import type { Check } from '../server/firstRefusal.ts';
import { APIM_REFUSALS } from './refusals.ts';
import { DEFAULT_KEY_NAMES, type KeyNames } from './subscriptions.ts';

/** A WebSocket API: its one operation, `onHandshake`, has exactly this path (gateways.md 2.1). */
export interface WebSocketApi {
  /** The API URL suffix with a slash before it. */
  readonly path: string;
  readonly keyNames: KeyNames;
  /** The inbound policy that may refuse, for the scenarios that need one. */
  readonly policy: Check<Call> | null;
  /** True where a proxy before the gateway takes the upgrade headers out. */
  readonly arrivesStripped: boolean;
  /** False where no product with this API is published, so that no key is good for it. */
  readonly isPublished: boolean;
  readonly backend: { readonly port: number; readonly path: string };
}

/** They differ in what keeps a client from reaching the backend, which for the most part is the hub `chatdemo`. */
export const API_PATHS = {
  chat: '/client/hubs/chatdemo',
  renamedKey: '/renamed/chatdemo',
  rateLimited: '/limited/chatdemo',
  outOfCalls: '/quota/chatdemo',
  outOfBandwidth: '/bandwidth/chatdemo',
  allowList: '/allowed/chatdemo',
  blockList: '/blocked/chatdemo',
  unclearCaller: '/unclear-caller/chatdemo',
  checkedHeader: '/checked/chatdemo',
  validatedJwt: '/jwt/echo',
  full: '/full/chatdemo',
  echo: '/echo',
  unreachable: '/unreachable/chatdemo',
  refusing: '/refusing/chatdemo',
  stripped: '/stripped/chatdemo',
  unpublished: '/unpublished/chatdemo',
} as const;

const HUB_PATH = '/client/hubs/chatdemo';

/** The header that the policy `check-header` of `checkedHeader` asks for, and the value that it takes. */
export const CHECKED_HEADER = 'X-Client';
export const CHECKED_VALUE = 'postern';

export interface ApiBackends extends FaultyBackends {
  readonly webPubSubPort: number;
  readonly echoPort: number;
}

export function webSocketApis(
  { webPubSubPort, echoPort, refusing }: ApiBackends,
  isValidJwt: (token: string) => boolean,
): readonly WebSocketApi[] {
  const hub = { port: webPubSubPort, path: HUB_PATH };
  const echo = { port: echoPort, path: '/' };
  const api = (path: string, rest: Partial<WebSocketApi> = {}): WebSocketApi => ({
    path,
    keyNames: DEFAULT_KEY_NAMES,
    policy: null,
    arrivesStripped: false,
    isPublished: true,
    backend: hub,
    ...rest,
  });
  return [
    api(API_PATHS.chat),
    api(API_PATHS.renamedKey, { keyNames: { header: 'x-api-key', query: 'api-key' } }),
    api(API_PATHS.rateLimited, { policy: APIM_REFUSALS.rateLimited }),
    api(API_PATHS.outOfCalls, { policy: APIM_REFUSALS.outOfCalls }),
    api(API_PATHS.outOfBandwidth, { policy: APIM_REFUSALS.outOfBandwidth }),
    api(API_PATHS.allowList, { policy: APIM_REFUSALS.addressFiltered }),
    api(API_PATHS.blockList, { policy: APIM_REFUSALS.addressFiltered }),
    api(API_PATHS.unclearCaller, { policy: APIM_REFUSALS.addressFiltered }),
    api(API_PATHS.checkedHeader, { policy: checkHeader }),
    api(API_PATHS.validatedJwt, {
      backend: echo,
      policy: ({ query }) =>
        isValidJwt(query.get('access_token') ?? '') ? null : APIM_REFUSALS.jwtRefused(),
    }),
    api(API_PATHS.full, { policy: APIM_REFUSALS.connectionLimit }),
    api(API_PATHS.echo, { backend: echo }),
    api(API_PATHS.unreachable, { backend: { port: UNREACHABLE_PORT, path: HUB_PATH } }),
    api(API_PATHS.stripped, { arrivesStripped: true }),
    api(API_PATHS.unpublished, { isPublished: false }),
    api(API_PATHS.refusing, { backend: { port: refusing.port, path: HUB_PATH } }),
  ];
}

function checkHeader(call: Call): Refusal | null {
  const value = headerOf(call, CHECKED_HEADER);
  if (value === undefined) return APIM_REFUSALS.headerMissing();
  return value === CHECKED_VALUE ? null : APIM_REFUSALS.headerValueNotAllowed();
}
