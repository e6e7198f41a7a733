import { Bookmark, BookmarkPlus, ListOrdered } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import { typedMessage } from '#state/draftMessagesStore.ts';
import { Button } from '#ui/Button.tsx';
import { Menu } from '#ui/Menu.tsx';
import { SavedMessagesDialog, SaveMessageDialog } from '../messages/messageDialogs.ts';
import { useSavedMessages } from '../messages/useSavedMessages.ts';
import { shorten, tellApart } from './menuLabels.ts';
import type { ComposerControls } from './useComposer.ts';

export interface SavedMessagesMenuProps {
  readonly profileId: ProfileId;
  readonly composer: ComposerControls;
}

/** The messages that the profile keeps. What can be done with them stands first, where it is however many they are. */
export function SavedMessagesMenu({ profileId, composer }: SavedMessagesMenuProps) {
  const { messages } = useSavedMessages(profileId);
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null);
  const place = useRef<HTMLSpanElement>(null);
  const message = typedMessage(composer.draft);
  const labels = tellApart(messages.map(({ name }) => shorten(name)));
  const close = () => setDialog(null);
  const returnFocus = () => place.current?.querySelector('button')?.focus();
  return (
    <span ref={place} className="flex">
      <Menu
        trigger={
          <Button size="small" variant="quiet" aria-label="Saved messages" title="Saved messages">
            <Bookmark aria-hidden className="size-3.5" />
            Saved
          </Button>
        }
        groups={[
          [
            {
              label: 'Save this message…',
              icon: <BookmarkPlus />,
              isDisabled: message === null,
              onSelect: () => setDialog('save'),
            },
            {
              label: 'Manage saved messages…',
              icon: <ListOrdered />,
              isDisabled: messages.length === 0,
              onSelect: () => setDialog('manage'),
            },
          ],
          messages.map((saved, index) => ({
            label: labels[index] ?? saved.name,
            onSelect: () => composer.replace(saved),
          })),
        ].filter((group) => group.length > 0)}
      />
      <Suspense>
        {dialog === 'save' && message !== null && (
          <SaveMessageDialog
            profileId={profileId}
            message={message}
            onClose={close}
            onReturnFocus={returnFocus}
          />
        )}
        {dialog === 'manage' && (
          <SavedMessagesDialog profileId={profileId} onClose={close} onReturnFocus={returnFocus} />
        )}
      </Suspense>
    </span>
  );
}
