import { Download } from 'lucide-react';
import type { ProfileId } from '#domain/profile/profile.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { downloadFile } from '#ui/downloadFile.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { useSession } from '../stores/useStores.ts';
import { exportFileName } from './exportFileName.ts';

export function ExportLog({ profileId }: { readonly profileId: ProfileId }) {
  const { connections, profiles, notices } = useStores();
  const isEmpty = useSession(profileId, (session) => session.summary.matching === 0) ?? true;
  const save = async () => {
    try {
      const blob = await connections.getState().actions.exportEntries(profileId);
      const name = selectProfile(profiles.getState(), profileId)?.name ?? '';
      downloadFile(exportFileName(name, Date.now(), new Date().getTimezoneOffset()), blob);
    } catch {
      // The engine is gone, or has no memory for the copy.
      notices
        .getState()
        .actions.show('The log could not be exported. Filter it to fewer messages and try again.');
    }
  };
  return (
    <IconButton
      size="small"
      label="Export what is shown as JSON Lines"
      icon={<Download />}
      disabled={isEmpty}
      onClick={() => void save()}
    />
  );
}
