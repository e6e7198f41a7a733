/** What a file says by name, of which nothing is known yet. */
export type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of this name; `undefined` where there is none, or nothing that could have one. */
export function memberOf(value: unknown, name: string): unknown {
  return isMembers(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The members in their order; none of what has none. */
export function membersOf(value: unknown): readonly (readonly [name: string, member: unknown])[] {
  return isMembers(value) ? Object.entries(value) : [];
}
