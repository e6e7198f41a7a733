import { DropdownMenu } from 'radix-ui';
import type { ReactElement } from 'react';
import { MenuContent } from './MenuContent.tsx';
import type { MenuItem } from './MenuContent.tsx';

export type { MenuItem };

export interface MenuProps {
  /** A button that opens the menu. */
  readonly trigger: ReactElement;
  /** Groups of items, a line between them. */
  readonly groups: readonly (readonly MenuItem[])[];
}

export function Menu({ trigger, groups }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <MenuContent align="end" groups={groups} />
    </DropdownMenu.Root>
  );
}
