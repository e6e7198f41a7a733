/** What the keys need to know of a row. */
export interface NavigableRow {
  readonly key: string;
  readonly level: number;
  readonly kind: 'folder' | 'profile';
  readonly isOpen?: boolean;
}

export type TreeMove =
  | { readonly kind: 'focus'; readonly key: string }
  | { readonly kind: 'fold'; readonly key: string; readonly isOpen: boolean };

/** What a key does in a tree (WAI-ARIA Authoring Practices, tree view); `null` when nothing. */
export function treeMove(rows: readonly NavigableRow[], current: string, pressed: string): TreeMove | null {
  const index = rows.findIndex((row) => row.key === current);
  const row = rows[index];
  if (row === undefined) return null;
  switch (pressed) {
    case 'ArrowDown':
      return focus(rows[index + 1]);
    case 'ArrowUp':
      return focus(rows[index - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows.at(-1));
    case 'ArrowRight':
      if (row.kind !== 'folder') return null;
      return row.isOpen === true ? focus(rows[index + 1]) : { kind: 'fold', key: row.key, isOpen: true };
    case 'ArrowLeft':
      if (row.kind === 'folder' && row.isOpen === true) return { kind: 'fold', key: row.key, isOpen: false };
      return focus(rows.slice(0, index).findLast((above) => above.level < row.level));
    default:
      return null;
  }
}

function focus(row: NavigableRow | undefined): TreeMove | null {
  return row === undefined ? null : { kind: 'focus', key: row.key };
}
