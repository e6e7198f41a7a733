import { History } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { onDemand } from '#ui/onDemand.ts';
import { useStores } from '../stores/StoresContext.ts';

const PastDialog = onDemand(async () => (await import('./PastDialog.tsx')).PastDialog);

/** Opens the list of the profile's past connections. */
export function PastConnections({ profileId }: { readonly profileId: ProfileId }) {
  const { pastConnections } = useStores();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton
        size="small"
        label="Past logs"
        icon={<History />}
        onClick={() => {
          void pastConnections.getState().actions.refresh();
          setOpen(true);
        }}
      />
      {isOpen && (
        <Suspense>
          <PastDialog profileId={profileId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
