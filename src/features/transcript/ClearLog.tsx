import { Trash2 } from 'lucide-react';
import type { ProfileId } from '#domain/profile/profile.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu } from '#ui/Menu.tsx';
import { useConnections, useSession } from '../stores/useStores.ts';

/** Clearing cannot be undone, so it takes a second click, in a menu that says so. */
export function ClearLog({ profileId }: { readonly profileId: ProfileId }) {
  const actions = useConnections((state) => state.actions);
  // A past connection is deleted where it is listed.
  const isEmpty =
    useSession(profileId, (session) => session.summary.total === 0 || session.past !== null) ?? true;
  const clear = () => {
    actions.clear(profileId);
    actions.setFollowing(profileId, true);
  };
  return (
    <Menu
      trigger={<IconButton size="small" label="Clear the log" icon={<Trash2 />} disabled={isEmpty} />}
      groups={[
        [{ label: 'Clear all entries for good', icon: <Trash2 />, isDangerous: true, onSelect: clear }],
      ]}
    />
  );
}
