import { useRef } from 'react';
import { movedFolder } from '#domain/profile/folderPath.ts';
import { useStores } from '../stores/StoresContext.ts';
import { moveFolder } from './folderEdits.ts';
import { folderPaths } from './folderPaths.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { ownProfiles } from './ownProfiles.ts';

export interface MoveFolderDialogProps {
  /** Its path. */
  readonly folder: string;
  readonly onClose: () => void;
  /** With its path by then. */
  readonly onReturnFocus: (folder: string) => void;
}

export function MoveFolderDialog({ folder, onClose, onReturnFocus }: MoveFolderDialogProps) {
  const stores = useStores();
  const place = useRef(folder);
  const paths = folderPaths(ownProfiles(stores.profiles.getState()));
  // Where there is a folder already, the two become one; within itself is seldom meant.
  const others = paths.filter((path) => movedFolder(path, folder, '') === null);
  return (
    <MoveDialog
      title={`Rename or move “${folder}”`}
      folder={folder}
      folders={others}
      onClose={onClose}
      onReturnFocus={() => onReturnFocus(place.current)}
      onMove={(to) => {
        moveFolder(stores, folder, to);
        place.current = movedFolder(folder, folder, to) ?? folder;
        onClose();
      }}
    />
  );
}
