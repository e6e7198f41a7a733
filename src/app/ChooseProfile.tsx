import { Plus, SquareMousePointer } from 'lucide-react';
import { useProfiles } from '#features/stores/useStores.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';

/** No profile is selected, or the one that was is not there: a local gateway's, while the companion is not running. */
export function ChooseProfile() {
  const status = useProfiles((state) => state.status);
  const { create } = useProfiles((state) => state.actions);
  if (status === 'loading') return <main className="flex-1" />;
  return (
    <main className="flex-1">
      <EmptyState icon={<SquareMousePointer />} title="No profile is selected">
        <p className="mb-3">Choose one from the list, or begin with a new one.</p>
        <Button variant="primary" onClick={() => create()}>
          <Plus aria-hidden className="size-4" />
          New profile
        </Button>
      </EmptyState>
    </main>
  );
}
