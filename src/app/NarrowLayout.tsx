import { Menu } from 'lucide-react';
import { useState } from 'react';
import { ConnectPane } from '#features/connect/ConnectPane.tsx';
import { Notices } from '#features/notices/Notices.tsx';
import { ProfileHeader } from '#features/profiles/ProfileHeader.tsx';
import { useSelectedProfile, useSession, useTokenFetch } from '#features/stores/useStores.ts';
import { GetToken } from '#features/tokens/GetToken.tsx';
import type { Profile } from '#domain/profile/profile.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { definePart } from '#ui/onDemand.ts';
import { WhenHere } from '#ui/WhenHere.tsx';
import { ChooseProfile } from './ChooseProfile.tsx';
import { Header } from './Header.tsx';
import type { LayoutProps } from './Header.tsx';
import { useIsBlank } from './useIsBlank.ts';
import { Inspection } from './Inspection.ts';
import { Pane } from './Pane.tsx';
import { Welcome } from './Welcome.tsx';
import { Composer, EntryDetail, TokenNotice, Transcript } from './workbench.tsx';

const DRAWER = definePart(async () => (await import('./ProfilesDrawer.tsx')).ProfilesDrawer);

/** One column that scrolls, what matters now first: after a refusal its diagnosis. Profiles are in a drawer. */
export function NarrowLayout(props: LayoutProps) {
  const profile = useSelectedProfile();
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  return (
    <div className="flex h-full flex-col">
      <Header
        {...props}
        start={<IconButton label="Show the profiles" icon={<Menu />} onClick={() => setDrawerOpen(true)} />}
      />
      <WhenHere part={DRAWER} isOpen={isDrawerOpen} onGiveUp={() => setDrawerOpen(false)}>
        {(ProfilesDrawer) => <ProfilesDrawer isOpen={isDrawerOpen} onOpenChange={setDrawerOpen} />}
      </WhenHere>
      {profile === null ? <ChooseProfile /> : <Column profile={profile} />}
      {!isDrawerOpen && <Notices />}
    </div>
  );
}

function Column({ profile }: { readonly profile: Profile }) {
  const isBlank = useIsBlank(profile);
  const tokenFetch = useTokenFetch(profile.id);
  const hasFailed = useSession(profile.id, ({ connection }) => connection.phase.kind === 'failed') ?? false;
  const talk = [
    <div key="talk" className="flex h-[70dvh] flex-col border-b border-line">
      <Pane key={`log ${profile.id}`} name="The log">
        <Transcript profileId={profile.id} />
      </Pane>
      <Pane key={`composer ${profile.id}`} name="The composer">
        <Composer profileId={profile.id} />
      </Pane>
    </div>,
    <Pane key={`entry ${profile.id}`} name="The entry">
      <EntryDetail profileId={profile.id} />
    </Pane>,
  ];
  const inspection = (
    <div key="inspection" className="border-y border-line bg-surface">
      <Pane key={profile.id} name="The handshake">
        <Inspection profile={profile} />
      </Pane>
    </div>
  );
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <ProfileHeader profileId={profile.id} />
      <ConnectPane
        key={profile.id}
        profile={profile}
        credentialTools={<GetToken profile={profile} />}
        notices={tokenFetch !== null && <TokenNotice profile={profile} fetch={tokenFetch} />}
      />
      {isBlank ? (
        <Welcome profileId={profile.id} />
      ) : hasFailed ? (
        [inspection, ...talk]
      ) : (
        [...talk, inspection]
      )}
    </main>
  );
}
