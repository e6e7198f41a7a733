import { PointMenu } from '#ui/PointMenu.tsx';
import type { PointMenuProps } from '#ui/PointMenu.tsx';
import { profileMenu } from './profileMenu.tsx';
import type { ProfileMenuActions } from './profileMenu.tsx';
import type { ProfileRow } from './profileRows.ts';

export interface RowMenuProps extends Omit<PointMenuProps, 'label' | 'groups'> {
  readonly row: ProfileRow;
  readonly actions: ProfileMenuActions;
}

/** The menu of a row in the list of profiles. */
export function RowMenu({ row, actions, ...rest }: RowMenuProps) {
  return <PointMenu {...rest} label={`Actions for ${row.name}`} groups={profileMenu(row, actions)} />;
}
