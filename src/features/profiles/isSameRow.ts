import type { ProfileTreeRow } from './profileRows.ts';

/**
 * Whether a row would look as it does: rows are made anew at each change, and of a thousand of them one differs. For
 * `memo`, which compares props one by one and would find every row new.
 */
export function isSameRow<Props extends { readonly row: ProfileTreeRow }>(
  before: Props,
  after: Props,
): boolean {
  return (
    isShallowEqual({ ...before, row: null }, { ...after, row: null }) && isShallowEqual(before.row, after.row)
  );
}

function isShallowEqual(a: object, b: object): boolean {
  const entries = Object.entries(a);
  return (
    entries.length === Object.keys(b).length && entries.every(([key, value]) => Reflect.get(b, key) === value)
  );
}
