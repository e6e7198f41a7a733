import { DropdownMenu } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './classNames.ts';

export interface MenuItem {
  readonly label: string;
  readonly icon?: ReactNode;
  /** A key combination, shown at the far end. */
  readonly keys?: string;
  readonly isDangerous?: boolean;
  readonly isDisabled?: boolean;
  readonly onSelect: () => void;
}

export interface MenuContentProps extends Pick<
  ComponentProps<typeof DropdownMenu.Content>,
  'id' | 'align' | 'onCloseAutoFocus' | 'aria-label' | 'aria-labelledby'
> {
  /** Groups of items, a line between them. */
  readonly groups: readonly (readonly MenuItem[])[];
}

/** The open menu itself, whatever opened it. */
export function MenuContent({ groups, ...rest }: MenuContentProps) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        sideOffset={4}
        collisionPadding={8}
        className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-[calc(100vw-1rem)] min-w-44 overflow-y-auto rounded-lg border border-line bg-raised p-1 text-sm shadow-raised"
        {...rest}
      >
        {groups.map((items, index) => (
          <div key={items.map((item) => item.label).join()}>
            {index > 0 && <DropdownMenu.Separator className="my-1 h-px bg-line" />}
            {items.map((item) => (
              <DropdownMenu.Item
                key={item.label}
                disabled={item.isDisabled ?? false}
                onSelect={item.onSelect}
                className={classNames(
                  'flex h-7 items-center gap-2 rounded px-2 outline-none data-disabled:opacity-45 data-highlighted:bg-hover [&_svg]:size-3.5 [&_svg]:text-ink-soft',
                  item.isDangerous === true && 'text-bad [&_svg]:text-bad',
                )}
              >
                {item.icon}
                <span className="min-w-0 flex-1 truncate">{item.label}</span>
                {item.keys !== undefined && (
                  <kbd className="font-sans text-2xs text-ink-soft">{item.keys}</kbd>
                )}
              </DropdownMenu.Item>
            ))}
          </div>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  );
}
