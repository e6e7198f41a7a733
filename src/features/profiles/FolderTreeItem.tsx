import { ChevronRight, Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { classNames } from '#ui/classNames.ts';
import type { Point } from '#ui/PointMenu.tsx';
import { isSameRow } from './isSameRow.ts';
import type { FolderRow } from './profileRows.ts';
import { CATALOGUE_KEY, ownFolder } from './profileTree.ts';
import { RowButton } from './RowButton.tsx';
import { StatusMark } from './StatusMark.tsx';
import { TREE_ITEM, treeItemProps } from './treeItem.ts';

export interface FolderTreeItemProps {
  readonly row: FolderRow;
  readonly isTabStop: boolean;
  readonly onFold: (key: string, isOpen: boolean) => void;
  readonly onMenu: (key: string, point: Point) => void;
}

export const FolderTreeItem = memo(function FolderTreeItem({
  row,
  isTabStop,
  onFold,
  onMenu,
}: FolderTreeItemProps) {
  // The local gateways are the same everywhere, and the team's folders are in its file.
  const hasMenu = row.key === CATALOGUE_KEY || ownFolder(row.key) !== null;
  return (
    // The tree has the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="treeitem"
      tabIndex={isTabStop ? 0 : -1}
      {...treeItemProps(row)}
      aria-label={row.accessibleName}
      aria-expanded={row.isOpen}
      onClick={() => onFold(row.key, !row.isOpen)}
      onContextMenu={(event) => {
        if (!hasMenu) return;
        event.preventDefault();
        onMenu(row.key, { x: event.clientX, y: event.clientY });
      }}
      className={classNames(
        TREE_ITEM,
        'text-xs hover:bg-hover',
        row.level === 1 && 'font-medium',
        row.isQuiet || row.level > 1 ? 'text-ink-soft' : 'text-ink',
        row.hidesSelected && 'bg-selected/50',
      )}
    >
      <ChevronRight
        aria-hidden
        className={classNames(
          'size-3.5 shrink-0 text-ink-soft transition-transform duration-100',
          row.isOpen && 'rotate-90',
        )}
      />
      <span className="min-w-0 flex-1 truncate">{row.name}</span>{' '}
      {row.status !== null && <StatusMark status={row.status} />}
      {!row.isOpen && (
        <span aria-hidden className="pr-1.5 text-2xs text-ink-soft tabular-nums">
          {row.profileCount}
        </span>
      )}
      {hasMenu && (
        <RowButton
          label={`Actions for ${row.name}`}
          tabIndex={isTabStop ? 0 : -1}
          aria-haspopup="menu"
          className={row.key === CATALOGUE_KEY ? undefined : SHOWN_ON_HOVER}
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect();
            onMenu(row.key, { x: left, y: bottom });
          }}
        >
          <Ellipsis />
        </RowButton>
      )}
    </div>
  );
}, isSameRow);

/** Never taken out of the page, so that a screen reader finds it. */
const SHOWN_ON_HOVER =
  'text-ink-soft hover:text-ink pointer-fine:not-group-hover/row:not-group-focus-visible/row:not-group-has-focus-visible/row:opacity-0';
