import { Ellipsis, FlaskConical, Play, Square } from 'lucide-react';
import { memo } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import { Badge } from '#ui/Badge.tsx';
import { classNames } from '#ui/classNames.ts';
import type { Point } from '#ui/PointMenu.tsx';
import { isSameRow } from './isSameRow.ts';
import type { ProfileRow } from './profileRows.ts';
import { isLive } from './profileStatus.ts';
import { RenameField } from './RenameField.tsx';
import { RowButton } from './RowButton.tsx';
import { StatusMark } from './StatusMark.tsx';
import { TREE_ITEM, treeItemProps } from './treeItem.ts';

/** What a row can ask for. One object for all rows, the same at every render. */
export interface ProfileRowActions {
  readonly select: (id: ProfileId) => void;
  readonly connect: (id: ProfileId) => void;
  readonly end: (id: ProfileId) => void;
  readonly openMenu: (id: ProfileId, point: Point) => void;
  /** Ends the editing of a name; `null` leaves it as it was. */
  readonly rename: (id: ProfileId, name: string | null, hasFocus: boolean) => void;
}

export interface ProfileTreeItemProps {
  readonly row: ProfileRow;
  readonly isTabStop: boolean;
  readonly isRenaming: boolean;
  readonly isMenuOpen: boolean;
  readonly actions: ProfileRowActions;
}

export const ProfileTreeItem = memo(function ProfileTreeItem(props: ProfileTreeItemProps) {
  const { row, isTabStop, isRenaming, isMenuOpen, actions } = props;
  return (
    // The tree has the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="treeitem"
      tabIndex={isTabStop ? 0 : -1}
      {...treeItemProps(row)}
      aria-label={row.accessibleName}
      aria-selected={row.isSelected}
      title={isRenaming ? undefined : `${row.accessibleName}\n${row.detail}`}
      onClick={() => actions.select(row.id)}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.openMenu(row.id, { x: event.clientX, y: event.clientY });
      }}
      className={classNames(
        TREE_ITEM,
        row.isSelected ? 'bg-selected' : isMenuOpen ? 'bg-hover' : 'hover:bg-hover',
      )}
    >
      <StatusMark status={row.status} />
      {isRenaming ? (
        <RenameField
          name={row.name}
          onDone={(name, hasFocus) => actions.rename(row.id, name, hasFocus)}
          className="-ml-1 flex-1"
        />
      ) : (
        <>
          <span className={classNames('min-w-0 flex-1 truncate', ROOM_FOR_BUTTONS)}>{row.name}</span>{' '}
          <RowMarks row={row} />
          <RowButtons {...props} />
        </>
      )}
    </div>
  );
}, isSameRow);

const ROOM_FOR_BUTTONS =
  'pointer-fine:group-hover/row:mr-11 pointer-fine:group-focus-visible/row:mr-11 pointer-fine:group-has-focus-visible/row:mr-11';
const HIDDEN_BY_BUTTONS =
  'pointer-fine:group-hover/row:hidden pointer-fine:group-focus-visible/row:hidden pointer-fine:group-has-focus-visible/row:hidden';

function RowMarks({ row }: { readonly row: ProfileRow }) {
  return (
    <span aria-hidden className={classNames('flex shrink-0 items-center gap-1.5 pr-1', HIDDEN_BY_BUTTONS)}>
      {row.isUnsaved && <span className="size-1.5 rounded-full bg-accent" />}
      {row.isSynthetic && (
        <Badge className="px-1">
          <FlaskConical className="size-3" />
          <span className="hidden @[16rem]:inline">synthetic</span>
        </Badge>
      )}{' '}
      {row.gateway !== '' && <span className="text-2xs text-ink-soft">{row.gateway}</span>}
    </span>
  );
}

/**
 * In place of the marks while the pointer or the keyboard's focus is here; always, where no pointer hovers. They are never
 * taken out of the page, so that a screen reader finds them. Their names share no word with the one Connect button.
 */
function RowButtons({ row, isTabStop, isMenuOpen, actions }: ProfileTreeItemProps) {
  const tabIndex = isTabStop ? 0 : -1;
  const ends = isLive(row.status);
  return (
    <span
      className={classNames(
        'absolute inset-y-0 right-0.5 flex items-center pointer-coarse:static pointer-coarse:opacity-100',
        'group-hover/row:opacity-100 group-focus-visible/row:opacity-100 group-has-focus-visible/row:opacity-100',
        isMenuOpen ? 'opacity-100' : 'opacity-0',
      )}
    >
      {ends ? (
        <RowButton
          label={`Stop ${row.name}`}
          tabIndex={tabIndex}
          disabled={row.status === 'closing'}
          onClick={() => actions.end(row.id)}
        >
          <Square className="fill-current" />
        </RowButton>
      ) : (
        <RowButton
          label={`Start ${row.name}`}
          tabIndex={tabIndex}
          className="text-accent hover:text-accent-strong"
          onClick={() => actions.connect(row.id)}
        >
          <Play className="fill-current" />
        </RowButton>
      )}
      <RowButton
        label={`Actions for ${row.name}`}
        tabIndex={tabIndex}
        aria-haspopup="menu"
        aria-expanded={isMenuOpen}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          actions.openMenu(row.id, { x: left, y: bottom });
        }}
      >
        <Ellipsis />
      </RowButton>
    </span>
  );
}
