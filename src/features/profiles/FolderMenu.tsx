import { FileDown } from 'lucide-react';
import { PointMenu } from '#ui/PointMenu.tsx';
import type { PointMenuProps } from '#ui/PointMenu.tsx';

export interface FolderMenuProps extends Omit<PointMenuProps, 'label' | 'groups'> {
  readonly name: string;
  readonly onExport: () => void;
}

/** The menu of a folder in the list of profiles. */
export function FolderMenu({ name, onExport, ...rest }: FolderMenuProps) {
  return (
    <PointMenu
      {...rest}
      label={`Actions for the folder ${name}`}
      groups={[[{ label: 'Save as file', icon: <FileDown />, onSelect: onExport }]]}
    />
  );
}
