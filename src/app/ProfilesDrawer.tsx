import { Dialog } from 'radix-ui';
import { Notices } from '#features/notices/Notices.tsx';
import { ProfilesNav } from '#features/profiles/ProfilesNav.tsx';
import { useReturnFocus } from '#ui/useReturnFocus.ts';

export interface ProfilesDrawerProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** The profiles of the narrow layout, at its side for as long as one is being chosen. */
export function ProfilesDrawer({ isOpen, onOpenChange }: ProfilesDrawerProps) {
  const returnFocus = useReturnFocus();
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={returnFocus.note}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnFocus.giveBack();
          }}
          className="fixed inset-y-0 left-0 z-50 flex w-[min(20rem,85vw)] flex-col bg-surface shadow-raised"
        >
          <Dialog.Title className="sr-only">Profiles</Dialog.Title>
          <ProfilesNav onChosen={() => onOpenChange(false)} />
          {/* Outside of it, what was deleted in the list could be brought back by nobody: the page behind is out of reach. */}
          <Notices />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
