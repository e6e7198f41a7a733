/** Roles of gateways.md 3.1: one for every group, or one with the group's name after it. */
export function mayJoinOrLeave(roles: ReadonlySet<string>, group: string): boolean {
  return has(roles, 'webpubsub.joinLeaveGroup', group);
}

export function maySendTo(roles: ReadonlySet<string>, group: string): boolean {
  return has(roles, 'webpubsub.sendToGroup', group);
}

function has(roles: ReadonlySet<string>, role: string, group: string): boolean {
  return roles.has(role) || roles.has(`${role}.${group}`);
}
