import { Download } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { onDemand } from '#ui/onDemand.ts';
import { useSession } from '../stores/useStores.ts';

const ExportDialog = onDemand(async () => (await import('./ExportDialog.tsx')).ExportDialog);

export function ExportLog({ profileId }: { readonly profileId: ProfileId }) {
  const [isOpen, setOpen] = useState(false);
  const isEmpty = useSession(profileId, (session) => session.summary.total === 0) ?? true;
  return (
    <>
      <IconButton
        id="export-log"
        size="small"
        label="Export the log"
        icon={<Download />}
        disabled={isEmpty}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Suspense>
          <ExportDialog profileId={profileId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
