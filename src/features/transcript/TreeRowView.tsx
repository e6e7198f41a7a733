import { ChevronRight } from 'lucide-react';
import { formatCount } from '#domain/format/formatCount.ts';
import type { TreeKind } from '#domain/payload/tree.ts';
import type { TreeRow } from '#domain/payload/treeRow.ts';
import { classNames } from '#ui/classNames.ts';

/** Rows are buttons, and WCAG 2.2 (2.5.8) asks for targets of 24 px. */
export const TREE_ROW_HEIGHT_PX = 24;

const INDENT_PX = 14;

/** Deeper rows are not moved further to the right, where nobody would find them: they tell their depth. */
const MAX_INDENTED_DEPTH = 30;

const VALUE_COLOURS: Readonly<Record<TreeKind, string>> = {
  object: 'text-ink-soft',
  array: 'text-ink-soft',
  string: 'text-good',
  number: 'text-sent',
  boolean: 'text-warn',
  null: 'text-warn',
  bytes: 'text-accent',
  other: 'text-warn',
};

export interface TreeRowViewProps {
  readonly row: TreeRow;
  /** `isDeep` when all that is in it is to be expanded too. */
  readonly onToggle: (isDeep: boolean) => void;
}

export function TreeRowView({ row, onToggle }: TreeRowViewProps) {
  const looks =
    'flex h-6 w-full items-center gap-1 rounded pr-2 text-left font-mono text-xs whitespace-pre hover:bg-hover';
  const style = { paddingLeft: Math.min(row.depth, MAX_INDENTED_DEPTH) * INDENT_PX };
  if (row.childCount === 0) {
    return (
      <div className={looks} style={style} title={row.path}>
        <span className="w-3.5 shrink-0" />
        <Member row={row} />
      </div>
    );
  }
  return (
    <button
      type="button"
      className={looks}
      style={style}
      title={`${row.path}\nAlt+click expands all that is in it.`}
      aria-expanded={row.isExpanded}
      onClick={(event) => onToggle(event.altKey)}
    >
      <ChevronRight
        aria-hidden
        className={classNames('size-3.5 shrink-0 text-ink-soft', row.isExpanded && 'rotate-90')}
      />
      <Member row={row} />
    </button>
  );
}

function Member({ row }: { readonly row: TreeRow }) {
  return (
    <span>
      {row.depth > MAX_INDENTED_DEPTH && (
        <span className="text-ink-soft">level {formatCount(row.depth)} </span>
      )}
      {row.key !== null && <span className="text-ink">{row.key}: </span>}
      <span className={VALUE_COLOURS[row.kind]}>{row.isExpanded ? countOf(row) : row.preview}</span>
    </span>
  );
}

function countOf({ kind, childCount }: TreeRow): string {
  const noun = kind === 'array' ? 'item' : 'member';
  return `${formatCount(childCount)} ${noun}${childCount === 1 ? '' : 's'}`;
}
