import { FileDown, FolderInput, Trash2 } from 'lucide-react';
import { PointMenu } from '#ui/PointMenu.tsx';
import type { PointMenuProps } from '#ui/PointMenu.tsx';

export interface FolderMenuProps extends Omit<PointMenuProps, 'label' | 'groups'> {
  readonly name: string;
  readonly onMove: () => void;
  readonly onExport: () => void;
  readonly onRemove: () => void;
}

/** The menu of a folder in the list of profiles. */
export function FolderMenu({ name, onMove, onExport, onRemove, ...rest }: FolderMenuProps) {
  return (
    <PointMenu
      {...rest}
      label={`Actions for the folder ${name}`}
      groups={[
        [
          { label: 'Rename or move…', icon: <FolderInput />, keys: 'F2', onSelect: onMove },
          { label: 'Save as file', icon: <FileDown />, onSelect: onExport },
        ],
        [
          {
            label: 'Delete with its profiles',
            icon: <Trash2 />,
            keys: 'Del',
            isDangerous: true,
            onSelect: onRemove,
          },
        ],
      ]}
    />
  );
}
