import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, Ref, RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { Point } from '#ui/PointMenu.tsx';
import type { RowRange } from '#ui/rowWindow.ts';
import { FolderTreeItem } from './FolderTreeItem.tsx';
import type { ProfileTreeRow } from './profileRows.ts';
import { isReadOnly, ownFolder } from './profileTree.ts';
import { ProfileTreeItem } from './ProfileTreeItem.tsx';
import type { ProfileRowActions } from './ProfileTreeItem.tsx';
import { ROW_HEIGHT } from './treeItem.ts';
import { useRowsInSight } from './useRowsInSight.ts';
import { treeMove } from './treeNavigation.ts';

export interface ProfileTreeActions extends ProfileRowActions {
  readonly fold: (key: string, isOpen: boolean) => void;
  readonly openFolderMenu: (key: string, point: Point) => void;
  readonly startFolderMove: (key: string) => void;
  readonly removeFolder: (key: string) => void;
  readonly startRename: (id: ProfileId) => void;
  readonly remove: (id: ProfileId) => void;
}

export interface ProfileTreeProps {
  readonly rows: readonly ProfileTreeRow[];
  readonly renamingId: ProfileId | null;
  readonly menuId: ProfileId | null;
  readonly actions: ProfileTreeActions;
  readonly ref: Ref<TreeHandle>;
}

export interface TreeHandle {
  /** Moves the focus to a row, in sight or not, there already or about to come. */
  readonly focusRow: (key: string) => void;
}

/** The profiles as a tree with one tab stop: arrows move within, Tab reaches the buttons of the row. */
export function ProfileTree({ rows, renamingId, menuId, actions, ref }: ProfileTreeProps) {
  const treeRef = useRef<HTMLDivElement>(null);
  const range = useRowsInSight(treeRef, rows.length);
  const [focused, setFocused] = useState<Focused | null>(null);
  const tabStop = tabStopOf(rows, focused);
  const awaitedKey = useRef<string | null>(null);

  const focusRow = (key: string) => {
    // Wherever it is, a row with the tab stop is drawn.
    flushSync(() => setFocused(focusedIn(rows, key)));
    const row = findRow(treeRef, key);
    if (row === null) awaitedKey.current = key;
    else row.focus();
  };
  useImperativeHandle(ref, () => ({ focusRow }));

  // What was done a moment ago is not in the list yet: it is made with less haste than the rest of the page.
  useEffect(() => {
    const row = awaitedKey.current === null ? null : findRow(treeRef, awaitedKey.current);
    row?.focus();
  });

  // A profile that was selected elsewhere (made, duplicated, gone to by name) comes into sight.
  const selectedKey = rows.find((row) => row.kind === 'profile' && row.isSelected)?.key ?? null;
  useEffect(() => {
    if (selectedKey !== null) findRow(treeRef, selectedKey)?.scrollIntoView({ block: 'nearest' });
  }, [selectedKey, treeRef]);

  const pressOnRow = (event: KeyboardEvent, row: ProfileTreeRow): boolean => {
    if (event.key === 'Enter' || event.key === ' ') {
      if (row.kind === 'folder') actions.fold(row.key, !row.isOpen);
      else if (event.metaKey || event.ctrlKey) actions.connect(row.id);
      else actions.select(row.id);
      return true;
    }
    if (row.kind === 'folder' ? ownFolder(row.key) === null : isReadOnly(row.origin)) return false;
    if (event.key === 'F2') {
      if (row.kind === 'folder') actions.startFolderMove(row.key);
      else actions.startRename(row.id);
      return true;
    }
    if (event.key === 'Delete' || (event.key === 'Backspace' && event.metaKey)) {
      if (row.kind === 'folder') actions.removeFolder(row.key);
      else actions.remove(row.id);
      return true;
    }
    return false;
  };

  const press = (event: KeyboardEvent) => {
    const key = rowKeyOf(event.target);
    const row = rows.find((each) => each.key === key);
    if (row === undefined) return;
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined;
    const move = treeMove(rows, row.key, event.key);
    if (move?.kind === 'focus') focusRow(move.key);
    else if (move?.kind === 'fold') actions.fold(move.key, move.isOpen);
    else if (!isOnRow || !pressOnRow(event, row)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const renderRow = (row: ProfileTreeRow | undefined): ReactNode => {
    if (row === undefined) return null;
    if (row.kind === 'folder') {
      return (
        <FolderTreeItem
          key={row.key}
          row={row}
          isTabStop={row.key === tabStop}
          onFold={actions.fold}
          onMenu={actions.openFolderMenu}
        />
      );
    }
    return (
      <ProfileTreeItem
        key={row.key}
        row={row}
        isTabStop={row.key === tabStop}
        isRenaming={row.id === renamingId}
        isMenuOpen={row.id === menuId}
        actions={actions}
      />
    );
  };

  return (
    // One of its rows always has the tab stop.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={treeRef}
      role="tree"
      aria-label="Profiles"
      onKeyDown={press}
      onFocus={(event) => {
        awaitedKey.current = null;
        setFocused(focusedIn(rows, rowKeyOf(event.target)));
      }}
      className="relative"
      style={range === null ? undefined : { height: rows.length * ROW_HEIGHT }}
    >
      {range === null
        ? rows.map(renderRow)
        : rowsToDraw(rows, range, [tabStop, selectedKey]).map((index) => (
            <div
              key={rows[index]?.key}
              role="none"
              className="absolute inset-x-0"
              style={{ top: index * ROW_HEIGHT }}
            >
              {renderRow(rows[index])}
            </div>
          ))}
    </div>
  );
}

/** Moves the focus to a row; for `null` it stays. */
export function focusRow(treeRef: RefObject<TreeHandle | null>, key: string | null): void {
  if (key !== null) treeRef.current?.focusRow(key);
}

/** The rows in sight, and those that are wanted wherever they are; in their order. */
function rowsToDraw(
  rows: readonly ProfileTreeRow[],
  { first, count }: RowRange,
  keys: readonly (string | null)[],
): readonly number[] {
  const inSight = Array.from({ length: count }, (_, offset) => first + offset);
  const others = keys.flatMap((key) => {
    const index = key === null ? -1 : rows.findIndex((row) => row.key === key);
    return index === -1 || (index >= first && index < first + count) ? [] : [index];
  });
  return [...new Set([...inSight, ...others])].sort((one, other) => one - other);
}

function findRow(treeRef: RefObject<HTMLDivElement | null>, key: string): HTMLElement | null {
  return treeRef.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null;
}

/** The row that had the focus last, and where it stood. */
interface Focused {
  readonly key: string;
  readonly index: number;
}

function focusedIn(rows: readonly ProfileTreeRow[], key: string | null): Focused | null {
  return key === null ? null : { key, index: rows.findIndex((row) => row.key === key) };
}

/** The row last focused, or the one in its place when it has gone; before the first focus, the selected one, else the first. */
function tabStopOf(rows: readonly ProfileTreeRow[], focused: Focused | null): string | null {
  if (focused !== null) {
    if (rows.some((row) => row.key === focused.key)) return focused.key;
    const inItsPlace = rows[Math.min(focused.index, rows.length - 1)];
    if (inItsPlace !== undefined) return inItsPlace.key;
  }
  const selected = rows.find((row) => row.kind === 'profile' && row.isSelected);
  return (selected ?? rows[0])?.key ?? null;
}

function rowKeyOf(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row?.dataset['row'] ?? null;
}
