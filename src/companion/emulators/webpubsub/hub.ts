import type { EventHandler, Payload } from '../backends/chatEventHandler.ts';

/** Who sent a message to a client: the application, or a member of a group. */
export type MessageOrigin =
  | { readonly from: 'server' }
  | { readonly from: 'group'; readonly group: string; readonly fromUserId: string | null };

/** One client as its hub sees it, whichever subprotocol it speaks. */
export interface HubConnection {
  readonly id: string;
  readonly userId: string | null;
  readonly roles: ReadonlySet<string>;
  deliver(payload: Payload, origin: MessageOrigin): void;
}

/** The clients of one hub and the groups they are in. */
export interface Hub {
  readonly name: string;
  /** `null` for a hub whose settings name no event handler. */
  readonly eventHandler: EventHandler | null;
  add(connection: HubConnection, groups: readonly string[]): void;
  remove(connection: HubConnection): void;
  join(connection: HubConnection, group: string): void;
  leave(connection: HubConnection, group: string): void;
  /** To every member of the group; with `noEcho` not to the sender. */
  sendToGroup(sender: HubConnection, group: string, payload: Payload, noEcho: boolean): void;
}

export function createHub(name: string, eventHandler: EventHandler | null): Hub {
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
  return {
    name,
    eventHandler,
    join,
    leave,
    add(connection, initialGroups) {
      for (const group of initialGroups) join(connection, group);
    },
    remove(connection) {
      for (const group of groups.keys()) leave(connection, group);
    },
    sendToGroup(sender, group, payload, noEcho) {
      for (const member of groups.get(group) ?? []) {
        if (noEcho && member === sender) continue;
        member.deliver(payload, { from: 'group', group, fromUserId: sender.userId });
      }
    },
  };
}
