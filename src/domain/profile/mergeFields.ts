import { isEqualJson } from './isEqualJson.ts';

/** What `theirs` changed of `base` together with what `mine` did, field by field; of a field that both changed, `mine`. */
export function mergeFields<Record extends object>(base: Record, mine: Record, theirs: Record): Record {
  const merged: Record = { ...theirs };
  for (const key of Object.keys(mine) as (keyof Record)[]) {
    if (!isEqualJson(mine[key], base[key])) merged[key] = mine[key];
  }
  return merged;
}
