import type { EventHandler, Payload } from '../backends/chatEventHandler.ts';

/** Who sent a message to a client: the application, or a member of a group. */
export type MessageOrigin =
  | { readonly from: 'server' }
  /** Without a user where the application sent it, or an anonymous member. */
  | { readonly from: 'group'; readonly group: string; readonly fromUserId: string | null };

/** One client as its hub sees it, whichever subprotocol it speaks. */
export interface HubConnection {
  readonly id: string;
  readonly userId: string | null;
  /** The application may grant and revoke some while the client is connected. */
  readonly roles: Set<string>;
  deliver(payload: Payload, origin: MessageOrigin): void;
  /** Ends the connection because the application says so; a client with a subprotocol is told the reason. */
  end(reason: string): void;
}

/** The clients of one hub and the groups they are in. */
export interface Hub {
  readonly name: string;
  /** `null` for a hub whose settings name no event handler. */
  readonly eventHandler: EventHandler | null;
  add(connection: HubConnection, groups: readonly string[]): void;
  remove(connection: HubConnection): void;
  get(connectionId: string): HubConnection | undefined;
  connections(): readonly HubConnection[];
  membersOf(group: string): readonly HubConnection[];
  groupsOf(connection: HubConnection): readonly string[];
  join(connection: HubConnection, group: string): void;
  leave(connection: HubConnection, group: string): void;
  leaveAll(connection: HubConnection): void;
}

export function createHub(name: string, eventHandler: EventHandler | null): Hub {
  const connections = new Map<string, HubConnection>();
  const groups = new Map<string, Set<HubConnection>>();

  const join = (connection: HubConnection, group: string) => {
    const members = groups.get(group) ?? new Set();
    groups.set(group, members.add(connection));
  };
  const leave = (connection: HubConnection, group: string) => {
    const members = groups.get(group);
    members?.delete(connection);
    if (members?.size === 0) groups.delete(group);
  };
  const leaveAll = (connection: HubConnection) => {
    for (const group of groups.keys()) leave(connection, group);
  };
  return {
    name,
    eventHandler,
    join,
    leave,
    leaveAll,
    add(connection, initialGroups) {
      connections.set(connection.id, connection);
      for (const group of initialGroups) join(connection, group);
    },
    remove(connection) {
      connections.delete(connection.id);
      leaveAll(connection);
    },
    get: (connectionId) => connections.get(connectionId),
    connections: () => [...connections.values()],
    membersOf: (group) => [...(groups.get(group) ?? [])],
    groupsOf: (connection) =>
      [...groups].filter(([, members]) => members.has(connection)).map(([name]) => name),
  };
}
