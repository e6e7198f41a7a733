import { assertNever } from '#domain/assertNever.ts';
import { SavedMessagesDialog } from '#features/messages/SavedMessagesDialog.tsx';
import { SaveMessageDialog } from '#features/messages/SaveMessageDialog.tsx';
import { DescriptionDialog } from '#features/profiles/DescriptionDialog.tsx';
import { useDraftMessages, useSelectedProfile } from '#features/stores/useStores.ts';
import { selectComposer, typedMessage } from '#state/draftMessagesStore.ts';
import type { ProfileDialogKind } from './commands.ts';

export interface ProfileDialogProps {
  readonly kind: ProfileDialogKind;
  readonly onClose: () => void;
}

/** What a command opens over the selected profile. */
export function ProfileDialog({ kind, onClose }: ProfileDialogProps) {
  const profile = useSelectedProfile();
  const message = useDraftMessages((state) => selectComposer(state, profile?.id ?? null));
  if (profile === null) return null;
  switch (kind) {
    case 'save-message': {
      const typed = typedMessage(message);
      return typed === null ? null : (
        <SaveMessageDialog profileId={profile.id} message={typed} onClose={onClose} />
      );
    }
    case 'saved-messages':
      return <SavedMessagesDialog profileId={profile.id} onClose={onClose} />;
    case 'description':
      return <DescriptionDialog profile={profile} onClose={onClose} />;
    default:
      return assertNever(kind);
  }
}
