import type { CSSProperties } from 'react';
import type { ProfileTreeRow } from './profileRows.ts';

/** That of `h-7`, px. */
export const ROW_HEIGHT = 28;

/** One level, px. */
const INDENT = 12;

/** Rows out of sight cost nothing to lay out or paint; their height is known, so the scroll bar is right. */
export const TREE_ITEM =
  'group/row relative flex h-7 items-center gap-1.5 rounded-md pr-1 [contain-intrinsic-size:auto_1.75rem] [content-visibility:auto] focus-visible:-outline-offset-2';

export function treeItemProps(row: ProfileTreeRow) {
  const style: CSSProperties = { paddingLeft: 4 + (row.level - 1) * INDENT };
  return {
    'data-row': row.key,
    'aria-level': row.level,
    'aria-setsize': row.setSize,
    'aria-posinset': row.positionInSet,
    style,
  } as const;
}
