import { cloneElement, useId, useState } from 'react';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { definePart } from './onDemand.ts';
import { WhenHere } from './WhenHere.tsx';

export interface PopoverProps {
  /** A button that opens it. */
  readonly trigger: ReactElement<ComponentProps<'button'> & { 'data-state'?: string }>;
  /** The accessible name of what opens. */
  readonly label: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

const BUTTON_POPOVER = definePart(async () => (await import('./ButtonPopover.tsx')).ButtonPopover);

/** A small panel beside its button, for what is too much for a tooltip and too little for a dialog. */
export function Popover({ trigger, label, children }: PopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const id = useId();
  const close = () => setOpen(false);
  return (
    <>
      {cloneElement(trigger, {
        ref: setButton,
        'aria-haspopup': 'dialog',
        'aria-expanded': isOpen,
        'aria-controls': isOpen ? id : undefined,
        'data-state': isOpen ? 'open' : 'closed',
        onClick: () => setOpen(!isOpen),
        onPointerEnter: BUTTON_POPOVER.prefetch,
        onFocus: BUTTON_POPOVER.prefetch,
      })}
      {button !== null && (
        <WhenHere part={BUTTON_POPOVER} isOpen={isOpen} onGiveUp={close} opener={button}>
          {(ButtonPopover) => (
            <ButtonPopover id={id} button={button} label={label} isOpen={isOpen} onOpenChange={setOpen}>
              {typeof children === 'function' ? children(close) : children}
            </ButtonPopover>
          )}
        </WhenHere>
      )}
    </>
  );
}
