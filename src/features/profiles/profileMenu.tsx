import {
  Braces,
  Copy,
  FileDown,
  FolderInput,
  KeyRound,
  Link,
  NotebookPen,
  Pencil,
  Play,
  Save,
  Square,
  Trash2,
  Undo2,
  Users,
} from 'lucide-react';
import { assertNever } from '#domain/assertNever.ts';
import { modifierKey } from '#ui/modifierKey.ts';
import type { MenuItem } from '#ui/Menu.tsx';
import { isReadOnly } from './profileTree.ts';
import type { ProfileOrigin } from './profileTree.ts';
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
  readonly shareSecrets: () => void;
  readonly saveAsFile: () => void;
  readonly startMove: () => void;
  readonly describe: () => void;
  readonly remove: () => void;
  /** The team's file, for a profile that can go there; `null` for none. */
  readonly team: { readonly name: string; readonly moveThere: () => void } | null;
}

/** What can be done with a profile, in groups: all of it for the person's own, little for those that others have made. */
export function profileMenu(row: ProfileRow, actions: ProfileMenuActions): readonly (readonly MenuItem[])[] {
  const isOthers = isReadOnly(row.origin);
  const connection: MenuItem = isLive(row.status)
    ? {
        label: row.status === 'connecting' ? 'Cancel' : 'Disconnect',
        icon: <Square />,
        onSelect: actions.end,
      }
    : { label: 'Connect', icon: <Play />, keys: `${modifierKey()}⏎`, onSelect: actions.connect };
  const save: MenuItem = isOthers
    ? { label: 'Save as profile', icon: <Save />, onSelect: actions.save }
    : { label: 'Save', icon: <Save />, onSelect: actions.save };
  const discard: MenuItem = { label: 'Discard changes', icon: <Undo2 />, onSelect: actions.discard };
  const isChanged = row.isUnsaved && row.origin !== 'draft';
  const keep = [...(row.isUnsaved || isOthers ? [save] : []), ...(isChanged ? [discard] : [])];
  const code: MenuItem = { label: 'Copy as code…', icon: <Braces />, onSelect: actions.copyAsCode };
  const link: MenuItem = { label: 'Copy link', icon: <Link />, onSelect: actions.copyLink };
  const share: MenuItem = {
    label: 'Share with secrets…',
    icon: <KeyRound />,
    onSelect: actions.shareSecrets,
  };
  const describe: MenuItem = {
    label: 'Edit description…',
    icon: <NotebookPen />,
    onSelect: actions.describe,
  };
  const file: MenuItem = { label: 'Save as file', icon: <FileDown />, onSelect: actions.saveAsFile };
  const rename: MenuItem = { label: 'Rename', icon: <Pencil />, keys: 'F2', onSelect: actions.startRename };
  const move: MenuItem = { label: 'Move to folder…', icon: <FolderInput />, onSelect: actions.startMove };
  const duplicate: MenuItem = {
    label: row.origin === 'team' ? 'Copy to your profiles' : 'Duplicate',
    icon: <Copy />,
    onSelect: actions.duplicate,
  };
  const toTeam: readonly MenuItem[] =
    actions.team === null
      ? []
      : [{ label: `Move to ${actions.team.name}`, icon: <Users />, onSelect: actions.team.moveThere }];
  const organise = [rename, duplicate, move, ...toTeam, describe];
  const remove: MenuItem = {
    label: 'Delete',
    icon: <Trash2 />,
    keys: 'Del',
    isDangerous: true,
    onSelect: actions.remove,
  };
  const groups = groupsFor(row.origin);
  return groups.filter((group) => group.length > 0);

  function groupsFor(origin: ProfileOrigin): readonly (readonly MenuItem[])[] {
    switch (origin) {
      case 'ready-made':
      case 'catalogue':
        return [[connection], keep, [describe, code]];
      case 'team':
        return [[connection], keep, [...organise, code], [remove]];
      case 'saved':
      case 'draft':
        return [[connection], keep, [...organise, code, link, share, file], [remove]];
      default:
        return assertNever(origin);
    }
  }
}
