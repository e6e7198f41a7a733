import { isEqualJson } from './isEqualJson.ts';

/** What `theirs` changed of `base` together with what `mine` did, field by field; of a field that both changed, `mine`. */
export function mergeFields<Record extends object>(base: Record, mine: Record, theirs: Record): Record {
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]) as Set<keyof Record>;
  const merged = [...keys].flatMap((key) => {
    // A field that is not there has been taken away, unless it never was there.
    const from = isEqualJson(mine[key], base[key]) ? theirs : mine;
    return key in from ? [[key, from[key]] as const] : [];
  });
  return Object.fromEntries(merged) as Record;
}
