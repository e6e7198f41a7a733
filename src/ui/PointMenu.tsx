import { DropdownMenu } from 'radix-ui';
import type { MenuAtProps } from './MenuAt.tsx';
import { MenuContent } from './MenuContent.tsx';

/** What `MenuAt` shows. */
export function PointMenu({ label, point, groups, onClose, onReturnFocus }: MenuAtProps) {
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
