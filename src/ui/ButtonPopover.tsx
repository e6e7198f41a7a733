import { Popover as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { ElementOf } from './ElementOf.ts';
import { focusFirstField } from './focusFirstField.ts';

export interface ButtonPopoverProps {
  readonly id: string;
  /** The button that it belongs to. */
  readonly button: HTMLButtonElement;
  readonly label: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** The panel of a button, without the button. */
export function ButtonPopover({ id, button, label, isOpen, onOpenChange, children }: ButtonPopoverProps) {
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>
        <ElementOf element={button} />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          id={id}
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          onOpenAutoFocus={focusFirstField}
          className="z-50 max-h-(--radix-popover-content-available-height) w-[min(20rem,calc(100vw-1rem))] rounded-lg border border-line overflow-y-auto bg-raised p-3 text-xs shadow-raised outline-none"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
