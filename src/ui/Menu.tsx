import { cloneElement, useId, useState } from 'react';
import type { ComponentProps, KeyboardEvent, PointerEvent, ReactElement } from 'react';
import type { MenuItem } from './MenuContent.tsx';
import { definePart } from './onDemand.ts';
import { WhenHere } from './WhenHere.tsx';

export type { MenuItem };

export interface MenuProps {
  /** A button that opens the menu. */
  readonly trigger: ReactElement<ComponentProps<'button'>>;
  /** Groups of items, a line between them. */
  readonly groups: readonly (readonly MenuItem[])[];
}

const BUTTON_MENU = definePart(async () => (await import('./ButtonMenu.tsx')).ButtonMenu);

/** A button with a menu: the menu button of the ARIA Authoring Practices. */
export function Menu({ trigger, groups }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const [isOpenedByKey, setOpenedByKey] = useState(false);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const [buttonId, menuId] = [useId(), useId()];

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.ctrlKey) return;
    // Opening, the menu gets the focus, not the button.
    if (!isOpen) event.preventDefault();
    setOpenedByKey(false);
    setOpen(!isOpen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // With another key held, it is a shortcut of the page.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    setOpenedByKey(true);
    setOpen(event.key === 'ArrowDown' || !isOpen);
  };
  return (
    <>
      {cloneElement(trigger, {
        ref: setButton,
        id: buttonId,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        'aria-controls': isOpen ? menuId : undefined,
        onPointerDown,
        onKeyDown,
        onPointerEnter: BUTTON_MENU.prefetch,
        onFocus: BUTTON_MENU.prefetch,
      })}
      {button !== null && (
        <WhenHere part={BUTTON_MENU} isOpen={isOpen} onGiveUp={() => setOpen(false)} opener={button}>
          {(ButtonMenu) => (
            <ButtonMenu
              id={menuId}
              button={button}
              isOpen={isOpen}
              isOpenedByKey={isOpenedByKey}
              onOpenChange={setOpen}
              groups={groups}
            />
          )}
        </WhenHere>
      )}
    </>
  );
}
