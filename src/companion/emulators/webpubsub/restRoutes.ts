import type { Payload } from '../backends/chatEventHandler.ts';
import type { Filter } from './filter.ts';
import type { Hub, HubConnection, MessageOrigin } from './hub.ts';
import { type Permission, roleOf } from './roles.ts';

/** A call of the application to the service's REST API, taken apart. */
export interface RestCall {
  readonly hub: Hub;
  /** The values of the route's `{…}` segments. */
  readonly at: (name: string) => string;
  readonly query: URLSearchParams;
  /** Which connections a send is meant for, beside the route's; all where the call has no filter. */
  readonly filter: Filter;
  /** Of a send; `null` for an unknown content type or a body that does not fit it. */
  readonly payload: () => Promise<Payload | null>;
}

export type RestResult = { readonly status: 200 | 202 | 204 | 400 | 404; readonly json?: unknown };

export interface RestRoute {
  readonly method: string;
  /** Below `/api/hubs/{hub}`; a segment in braces takes any value. */
  readonly path: string;
  readonly run: (call: RestCall) => RestResult | Promise<RestResult>;
}

const OK: RestResult = { status: 200 };
const ACCEPTED: RestResult = { status: 202 };
const NO_CONTENT: RestResult = { status: 204 };
const BAD_REQUEST: RestResult = { status: 400 };
const NOT_FOUND: RestResult = { status: 404 };

/** Whom a call is about, by the beginning of its path. */
const SCOPES: Readonly<Record<string, (call: RestCall) => readonly HubConnection[]>> = {
  '': ({ hub }) => hub.connections(),
  '/connections/{connection}': connectionOf,
  '/groups/{group}': ({ hub, at }) => hub.membersOf(at('group')),
  '/users/{user}': connectionsOfUser,
};

/** What the vendor's own clients call; statuses of success are theirs (`@azure/web-pubsub`). */
export const REST_ROUTES: readonly RestRoute[] = [
  ...Object.entries(SCOPES).flatMap(([path, scope]): RestRoute[] => [
    { method: 'POST', path: `${path}/:send`, run: (call) => send(call, scope(call)) },
    { method: 'POST', path: `${path}/:closeConnections`, run: (call) => end(call, scope(call)) },
    { method: 'HEAD', path, run: (call) => (scope(call).length > 0 ? OK : NOT_FOUND) },
  ]),
  {
    method: 'DELETE',
    path: '/connections/{connection}',
    run: (call) => end(call, connectionOf(call)),
  },
  {
    method: 'DELETE',
    path: '/connections/{connection}/groups',
    run: (call) => leaveAll(call, connectionOf(call)),
  },
  {
    method: 'DELETE',
    path: '/users/{user}/groups',
    run: (call) => leaveAll(call, connectionsOfUser(call)),
  },
  {
    method: 'GET',
    path: '/groups/{group}/connections',
    run: ({ hub, at }) => ({
      status: 200,
      json: { value: hub.membersOf(at('group')).map(({ id, userId }) => describe(id, userId)) },
    }),
  },
  {
    method: 'PUT',
    path: '/groups/{group}/connections/{connection}',
    run: (call) => join(call, connectionOf(call)),
  },
  {
    method: 'DELETE',
    path: '/groups/{group}/connections/{connection}',
    run: (call) => leave(call, connectionOf(call)),
  },
  {
    method: 'PUT',
    path: '/users/{user}/groups/{group}',
    run: (call) => join(call, connectionsOfUser(call)),
  },
  {
    method: 'DELETE',
    path: '/users/{user}/groups/{group}',
    run: (call) => leave(call, connectionsOfUser(call)),
  },
  ...(['PUT', 'DELETE', 'HEAD'] as const).map((method) => ({
    method,
    path: '/permissions/{permission}/connections/{connection}',
    run: (call: RestCall) => permit(call, method),
  })),
];

async function send(call: RestCall, targets: readonly HubConnection[]): Promise<RestResult> {
  const payload = await call.payload();
  if (payload === null) return BAD_REQUEST;
  const excluded = new Set(call.query.getAll('excluded'));
  const group = call.at('group');
  const origin: MessageOrigin =
    group === '' ? { from: 'server' } : { from: 'group', group, fromUserId: null };
  const isMeant = (target: HubConnection) =>
    !excluded.has(target.id) &&
    call.filter({
      connectionId: target.id,
      userId: target.userId,
      groups: call.hub.groupsOf(target),
    });
  for (const target of targets) if (isMeant(target)) target.deliver(payload, origin);
  return targets.length === 0 && call.at('connection') !== '' ? NOT_FOUND : ACCEPTED;
}

function end({ query }: RestCall, targets: readonly HubConnection[]): RestResult {
  const excluded = new Set(query.getAll('excluded'));
  for (const target of targets) if (!excluded.has(target.id)) target.end(query.get('reason') ?? '');
  return NO_CONTENT;
}

function join({ hub, at }: RestCall, targets: readonly HubConnection[]): RestResult {
  for (const target of targets) hub.join(target, at('group'));
  return targets.length === 0 ? NOT_FOUND : OK;
}

function leave({ hub, at }: RestCall, targets: readonly HubConnection[]): RestResult {
  for (const target of targets) hub.leave(target, at('group'));
  return NO_CONTENT;
}

function leaveAll({ hub }: RestCall, targets: readonly HubConnection[]): RestResult {
  for (const target of targets) hub.leaveAll(target);
  return NO_CONTENT;
}

function permit(call: RestCall, method: 'PUT' | 'DELETE' | 'HEAD'): RestResult {
  const permission = call.at('permission');
  if (!isPermission(permission)) return BAD_REQUEST;
  const [target] = connectionOf(call);
  if (target === undefined) return NOT_FOUND;
  const role = roleOf(permission, call.query.get('targetName'));
  if (method === 'HEAD') return target.roles.has(role) ? OK : NOT_FOUND;
  if (method === 'PUT') target.roles.add(role);
  else target.roles.delete(role);
  return method === 'PUT' ? OK : NO_CONTENT;
}

function isPermission(text: string): text is Permission {
  return text === 'joinLeaveGroup' || text === 'sendToGroup';
}

function connectionOf({ hub, at }: RestCall): readonly HubConnection[] {
  const connection = hub.get(at('connection'));
  return connection === undefined ? [] : [connection];
}

function connectionsOfUser({ hub, at }: RestCall): readonly HubConnection[] {
  return hub.connections().filter(({ userId }) => userId === at('user'));
}

function describe(connectionId: string, userId: string | null) {
  return userId === null ? { connectionId } : { connectionId, userId };
}
