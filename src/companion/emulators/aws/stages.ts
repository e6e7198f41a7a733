import {
  answeringLambda,
  hangingLambda,
  refusingLambda,
  statusLambda,
  throwingLambda,
} from '../backends/brokenLambdas.ts';
import type { Refusal } from '../server/answer.ts';
import {
  wsConnect,
  wsConnectWithSubprotocol,
  wsDefault,
  wsDisconnect,
  wsEcho,
  wsLeave,
} from '../backends/wsEcho.ts';
import type { Authorizer } from './authorizer.ts';
import type { Lambda } from './lambda.ts';
import { AWS_REFUSALS } from './refusals.ts';

export interface Route {
  readonly lambda: Lambda;
  /** True where the route has a route response: the client gets the Lambda's body. */
  readonly isTwoWay?: boolean;
  /** The request model of the route; a message that does not fit is not handed on. */
  readonly accepts?: (message: string) => boolean;
}

/**
 * A deployment of the API. A stage holds the API as it was when it was deployed, so that stages may have different routes
 * and authorizers; that puts all we need behind one host, where AWS would have a host for each API.
 */
export interface Stage {
  readonly name: string;
  readonly routes: ReadonlyMap<string, Route>;
  readonly authorizer: Authorizer | null;
  /** True where the authorization type is AWS_IAM: the URL must be presigned. */
  readonly usesIam: boolean;
  /** The key that must be in `x-api-key`; `null` where none is required. */
  readonly apiKey: string | null;
  /** What every connection meets here, for the causes that do not lie in the request. */
  readonly refuses: (() => Refusal) | null;
  /** Whether a status other than 2xx of a message route counts as a failure: reports conflict (gateways.md 5.4). */
  readonly heedsRouteStatus: boolean;
}

export const STAGE_NAMES = {
  /** The sample's. */
  dev: 'dev',
  noDefault: 'no-default',
  authorized: 'authorized',
  faulty: 'faulty',
  connectRefuses: 'connect-500',
  connectThrows: 'connect-throws',
  connectHangs: 'connect-slow',
  throttled: 'throttled',
  overQuota: 'quota',
  behindCloudFront: 'cloudfront',
  iam: 'iam',
  apiKey: 'api-key',
  subprotocol: 'subprotocol',
  heedsStatus: 'heeds-status',
  stripped: 'stripped',
} as const;

export function deployStages(authorizer: Authorizer, apiKey: string): readonly Stage[] {
  const lifecycle = { $connect: { lambda: wsConnect }, $disconnect: { lambda: wsDisconnect } };
  const echo = { echo: { lambda: wsEcho } };
  const $default = { $default: { lambda: wsDefault } };
  return [
    stage(STAGE_NAMES.dev, { ...lifecycle, ...$default, ...echo }),
    stage(STAGE_NAMES.noDefault, { ...lifecycle, ...echo }),
    stage(STAGE_NAMES.authorized, { ...lifecycle, ...$default, ...echo }, { authorizer }),
    stage(STAGE_NAMES.faulty, {
      throws: { lambda: throwingLambda },
      hangs: { lambda: hangingLambda },
      answers: { lambda: answeringLambda, isTwoWay: true },
      validated: { lambda: wsEcho, accepts: hasData },
      status: { lambda: statusLambda, isTwoWay: true },
      leave: { lambda: wsLeave },
    }),
    stage(
      STAGE_NAMES.heedsStatus,
      { status: { lambda: statusLambda, isTwoWay: true } },
      { heedsRouteStatus: true },
    ),
    stage(STAGE_NAMES.stripped, lifecycle, { refuses: AWS_REFUSALS.notAnUpgrade }),
    stage(STAGE_NAMES.connectRefuses, { $connect: { lambda: refusingLambda } }),
    stage(STAGE_NAMES.connectThrows, { $connect: { lambda: throwingLambda } }),
    stage(STAGE_NAMES.connectHangs, { $connect: { lambda: hangingLambda } }),
    stage(STAGE_NAMES.throttled, lifecycle, { refuses: AWS_REFUSALS.throttled }),
    stage(STAGE_NAMES.overQuota, lifecycle, { refuses: AWS_REFUSALS.quotaExceeded }),
    stage(STAGE_NAMES.behindCloudFront, lifecycle, { refuses: AWS_REFUSALS.blockedByCloudFront }),
    stage(STAGE_NAMES.iam, { ...lifecycle, ...$default, ...echo }, { usesIam: true }),
    stage(STAGE_NAMES.apiKey, { ...lifecycle, ...$default, ...echo }, { apiKey }),
    stage(STAGE_NAMES.subprotocol, { ...$default, ...echo, $connect: { lambda: wsConnectWithSubprotocol } }),
  ];
}

function stage(
  name: string,
  routes: Readonly<Record<string, Route>>,
  rest: Partial<Omit<Stage, 'name' | 'routes'>> = {},
): Stage {
  return {
    name,
    routes: new Map(Object.entries(routes)),
    authorizer: null,
    usesIam: false,
    apiKey: null,
    refuses: null,
    heedsRouteStatus: false,
    ...rest,
  };
}

/** Routes are chosen by a member of the message, so that what gets here is a JSON object. */
function hasData(message: string): boolean {
  return Object.hasOwn(JSON.parse(message) as object, 'data');
}
