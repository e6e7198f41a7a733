import { DropdownMenu } from 'radix-ui';
import { useEffect, useState } from 'react';
import { ElementOf } from './ElementOf.ts';
import { MenuContent } from './MenuContent.tsx';
import type { MenuItem } from './MenuContent.tsx';

export interface ButtonMenuProps {
  readonly id: string;
  /** The button that it belongs to. */
  readonly button: HTMLButtonElement;
  readonly isOpen: boolean;
  readonly isOpenedByKey: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly groups: readonly (readonly MenuItem[])[];
}

/** The menu of a button, without the button. */
export function ButtonMenu({ id, button, isOpen, isOpenedByKey, onOpenChange, groups }: ButtonMenuProps) {
  // The primitive puts the focus on the first item when a key was pressed last. The first time, it was not here to see.
  const [wasOpenedByKey] = useState(isOpenedByKey);
  useEffect(() => {
    if (wasOpenedByKey) document.dispatchEvent(new KeyboardEvent('keydown'));
  }, [wasOpenedByKey]);
  return (
    <DropdownMenu.Root open={isOpen} onOpenChange={onOpenChange} modal={false}>
      <DropdownMenu.Trigger asChild>
        <ElementOf element={button} />
      </DropdownMenu.Trigger>
      <MenuContent id={id} aria-labelledby={button.id} align="end" groups={groups} />
    </DropdownMenu.Root>
  );
}
