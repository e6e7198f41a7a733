import { Trash2 } from 'lucide-react';
import { formatCount } from '#domain/format/formatCount.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu } from '#ui/Menu.tsx';
import { useConnections, useSession } from '../stores/useStores.ts';

/** Clearing cannot be undone, so it takes a second click, on a menu that says how much goes. */
export function ClearLog({ profileId }: { readonly profileId: ProfileId }) {
  const actions = useConnections((state) => state.actions);
  const total = useSession(profileId, (session) => session.summary.total) ?? 0;
  const clear = () => {
    actions.clear(profileId);
    actions.setFollowing(profileId, true);
  };
  const question = total === 1 ? 'Clear 1 entry' : `Clear all ${formatCount(total)} entries`;
  return (
    <Menu
      trigger={<IconButton size="small" label="Clear the log" icon={<Trash2 />} disabled={total === 0} />}
      groups={[[{ label: question, icon: <Trash2 />, isDangerous: true, onSelect: clear }]]}
    />
  );
}
