import {
  Braces,
  Copy,
  FileDown,
  FolderInput,
  Link,
  NotebookPen,
  Pencil,
  Play,
  Save,
  Square,
  Trash2,
  Undo2,
} from 'lucide-react';
import { modifierKey } from '#ui/modifierKey.ts';
import type { MenuItem } from '#ui/Menu.tsx';
import type { ProfileRow } from './profileRows.ts';
import { isLive } from './profileStatus.ts';

export interface ProfileMenuActions {
  readonly connect: () => void;
  readonly end: () => void;
  readonly save: () => void;
  readonly discard: () => void;
  readonly startRename: () => void;
  readonly duplicate: () => void;
  readonly copyAsCode: () => void;
  readonly copyLink: () => void;
  readonly saveAsFile: () => void;
  readonly startMove: () => void;
  readonly describe: () => void;
  readonly remove: () => void;
}

/** What can be done with a profile, in groups: all of it for the person's own, little for a ready-made one. */
export function profileMenu(row: ProfileRow, actions: ProfileMenuActions): readonly (readonly MenuItem[])[] {
  const isReadyMade = row.origin === 'ready-made';
  const connection: MenuItem = isLive(row.status)
    ? {
        label: row.status === 'connecting' ? 'Cancel' : 'Disconnect',
        icon: <Square />,
        onSelect: actions.end,
      }
    : { label: 'Connect', icon: <Play />, keys: `${modifierKey()}⏎`, onSelect: actions.connect };
  const save: MenuItem = isReadyMade
    ? { label: 'Save as profile', icon: <Save />, onSelect: actions.save }
    : { label: 'Save', icon: <Save />, onSelect: actions.save };
  const discard: MenuItem = { label: 'Discard changes', icon: <Undo2 />, onSelect: actions.discard };
  const isChanged = row.isUnsaved && row.origin !== 'draft';
  const keep = [...(row.isUnsaved || isReadyMade ? [save] : []), ...(isChanged ? [discard] : [])];
  const code: MenuItem = { label: 'Copy as code…', icon: <Braces />, onSelect: actions.copyAsCode };
  const link: MenuItem = { label: 'Copy link', icon: <Link />, onSelect: actions.copyLink };
  const describe: MenuItem = {
    label: 'Edit description…',
    icon: <NotebookPen />,
    onSelect: actions.describe,
  };
  const file: MenuItem = { label: 'Save as file', icon: <FileDown />, onSelect: actions.saveAsFile };
  const organise: readonly MenuItem[] = [
    { label: 'Rename', icon: <Pencil />, keys: 'F2', onSelect: actions.startRename },
    { label: 'Duplicate', icon: <Copy />, onSelect: actions.duplicate },
    { label: 'Move to folder…', icon: <FolderInput />, onSelect: actions.startMove },
    describe,
  ];
  const remove: MenuItem = {
    label: 'Delete',
    icon: <Trash2 />,
    keys: 'Del',
    isDangerous: true,
    onSelect: actions.remove,
  };
  const groups = isReadyMade
    ? [[connection], keep, [describe, code]]
    : [[connection], keep, [...organise, code, link, file], [remove]];
  return groups.filter((group) => group.length > 0);
}
