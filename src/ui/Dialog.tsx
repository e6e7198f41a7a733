import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { focusFirstField } from './focusFirstField.ts';
import { IconButton } from './IconButton.tsx';
import { useReturnFocus } from './useReturnFocus.ts';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly children: ReactNode;
  /** `large` for what has lines of its own to show. */
  readonly size?: 'medium' | 'large';
  /** Buttons at the end. */
  readonly footer?: ReactNode;
  /** Puts the focus where it belongs after closing; without it, back to what had it before, if that is still there. */
  readonly onReturnFocus?: () => void;
}

const WIDTHS = { medium: 'w-[min(32rem,calc(100vw-2rem))]', large: 'w-[min(48rem,calc(100vw-2rem))]' };

export function Dialog({
  isOpen,
  onOpenChange,
  title,
  children,
  size = 'medium',
  footer,
  onReturnFocus,
}: DialogProps) {
  const returnFocus = useReturnFocus();
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Primitive.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            returnFocus.note(event);
            focusFirstField(event);
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (onReturnFocus === undefined) returnFocus.giveBack();
            else onReturnFocus();
          }}
          className={classNames(
            'fixed top-1/2 left-1/2 z-50 flex max-h-[90dvh] -translate-x-1/2 -translate-y-1/2 flex-col rounded-xl border border-line bg-raised shadow-raised outline-none',
            WIDTHS[size],
          )}
        >
          <header className="flex items-center justify-between border-b border-line py-2 pr-2 pl-4">
            <Primitive.Title className="font-semibold">{title}</Primitive.Title>
            <Primitive.Close asChild>
              <IconButton label="Close" icon={<X />} size="small" />
            </Primitive.Close>
          </header>
          <div className="min-h-0 overflow-y-auto p-4">{children}</div>
          {footer !== undefined && (
            <footer className="flex justify-end gap-2 border-t border-line p-3">{footer}</footer>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
