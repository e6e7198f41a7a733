import { History } from 'lucide-react';
import { describePast } from '#domain/connection/describePast.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { Button } from '#ui/Button.tsx';
import { useConnections, useSession } from '../stores/useStores.ts';

/** Over the log while it is one of the past: whose it is, how it ended, and the way back. */
export function PastBanner({ profileId }: { readonly profileId: ProfileId }) {
  const { showOwn } = useConnections((state) => state.actions);
  const past = useSession(profileId, (session) => session.past);
  const isConnected = useSession(profileId, (session) => session.request !== null) ?? false;
  if (past === null) return null;
  const { origin, began, extent, ending } = describePast(past, new Date(past.startedAt).getTimezoneOffset());
  return (
    <section
      aria-label="Past connection"
      className="flex shrink-0 items-center gap-2 border-b border-line bg-accent-soft px-3 py-1 text-xs"
    >
      <History aria-hidden className="size-3.5 shrink-0 text-accent" />
      <p className="line-clamp-2 min-w-0 flex-1" title={ending}>
        <strong className="font-medium">{origin}</strong> of {began} ({extent}). {ending}
      </p>
      <Button size="small" onClick={() => showOwn(profileId)}>
        {isConnected ? 'Back to the current log' : 'Close'}
      </Button>
    </section>
  );
}
