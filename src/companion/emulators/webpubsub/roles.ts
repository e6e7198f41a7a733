/** Roles of gateways.md 3.1: one for every group, or one with the group's name after it. */
export type Permission = 'joinLeaveGroup' | 'sendToGroup';

/** `group` of `null` means every group. */
export function roleOf(permission: Permission, group: string | null): string {
  return group === null ? `webpubsub.${permission}` : `webpubsub.${permission}.${group}`;
}

export function mayJoinOrLeave(roles: ReadonlySet<string>, group: string): boolean {
  return has(roles, 'joinLeaveGroup', group);
}

export function maySendTo(roles: ReadonlySet<string>, group: string): boolean {
  return has(roles, 'sendToGroup', group);
}

function has(roles: ReadonlySet<string>, permission: Permission, group: string): boolean {
  return roles.has(roleOf(permission, null)) || roles.has(roleOf(permission, group));
}
