import { DropdownMenu } from 'radix-ui';
import { MenuContent } from './MenuContent.tsx';
import type { MenuItem } from './MenuContent.tsx';

/** A point of the window, CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PointMenuProps {
  readonly label: string;
  readonly point: Point;
  readonly groups: readonly (readonly MenuItem[])[];
  readonly onClose: () => void;
  /** Puts the focus back where it was; called after `onClose`. */
  readonly onReturnFocus: () => void;
}

/**
 * An open menu at a point, for lists whose rows share one menu: a menu a row costs more than the rows themselves once
 * there are a thousand.
 */
export function PointMenu({ label, point, groups, onClose, onReturnFocus }: PointMenuProps) {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden tabIndex={-1} className="fixed size-0" style={{ left: point.x, top: point.y }} />
      </DropdownMenu.Trigger>
      <MenuContent
        align="start"
        aria-label={label}
        groups={groups}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          onReturnFocus();
        }}
      />
    </DropdownMenu.Root>
  );
}
