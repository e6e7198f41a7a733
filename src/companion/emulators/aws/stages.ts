import { answeringLambda, hangingLambda, refusingLambda, throwingLambda } from '../backends/brokenLambdas.ts';
import { wsConnect, wsDefault, wsDisconnect, wsEcho } from '../backends/wsEcho.ts';
import type { Authorizer } from './authorizer.ts';
import type { Lambda } from './lambda.ts';

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
  /** True where new connections come too fast for the account. */
  readonly isThrottled: boolean;
}

export const STAGE_NAMES = {
  /** The sample's. */
  dev: 'dev',
  noDefault: 'no-default',
  authorized: 'authorized',
  faulty: 'faulty',
  connectRefuses: 'connect-500',
  connectThrows: 'connect-throws',
  throttled: 'throttled',
} as const;

export function deployStages(authorizer: Authorizer): readonly Stage[] {
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
    }),
    stage(STAGE_NAMES.connectRefuses, { $connect: { lambda: refusingLambda } }),
    stage(STAGE_NAMES.connectThrows, { $connect: { lambda: throwingLambda } }),
    stage(STAGE_NAMES.throttled, lifecycle, { isThrottled: true }),
  ];
}

function stage(
  name: string,
  routes: Readonly<Record<string, Route>>,
  rest: Partial<Pick<Stage, 'authorizer' | 'isThrottled'>> = {},
): Stage {
  return { name, routes: new Map(Object.entries(routes)), authorizer: null, isThrottled: false, ...rest };
}

/** Routes are chosen by a member of the message, so that what gets here is a JSON object. */
function hasData(message: string): boolean {
  return Object.hasOwn(JSON.parse(message) as object, 'data');
}
