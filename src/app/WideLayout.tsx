import { ConnectPane } from '#features/connect/ConnectPane.tsx';
import { ProfileHeader } from '#features/profiles/ProfileHeader.tsx';
import { ProfilesNav } from '#features/profiles/ProfilesNav.tsx';
import { useSelectedProfile, useSession, useTokenFetch } from '#features/stores/useStores.ts';
import { GetToken } from '#features/tokens/GetToken.tsx';
import type { Profile } from '#domain/profile/profile.ts';
import { SplitPane } from '#ui/SplitPane.tsx';
import { ChooseProfile } from './ChooseProfile.tsx';
import { Header } from './Header.tsx';
import type { LayoutProps } from './Header.tsx';
import { useIsBlank } from './useIsBlank.ts';
import { Inspection } from './Inspection.ts';
import { Pane } from './Pane.tsx';
import { Welcome } from './Welcome.tsx';
import { Composer, EntryDetail, TokenNotice, Transcript } from './workbench.tsx';

/** Profiles, log and inspection side by side. */
export function WideLayout(props: LayoutProps) {
  const profile = useSelectedProfile();
  return (
    <div className="flex h-full flex-col">
      <Header {...props} />
      <div className="flex min-h-0 flex-1">
        <SplitPane
          id="nav"
          orientation="horizontal"
          first={{
            content: <ProfilesNav />,
            size: '248px',
            minSize: '180px',
            maxSize: '420px',
          }}
          second={{
            content: profile === null ? <ChooseProfile /> : <Workbench profile={profile} />,
            minSize: '480px',
          }}
        />
      </div>
    </div>
  );
}

function Workbench({ profile }: { readonly profile: Profile }) {
  const tokenFetch = useTokenFetch(profile.id);
  const hasEntry = useSession(profile.id, (session) => session.selected.kind !== 'none') ?? false;
  const isBlank = useIsBlank(profile);
  const entry = (
    <Pane key={`entry ${profile.id}`} name="The entry">
      <EntryDetail profileId={profile.id} />
    </Pane>
  );
  const inspection = (
    <div className="min-h-0 flex-1 overflow-y-auto bg-surface">
      <Pane key={profile.id} name="The handshake">
        <Inspection profile={profile} />
      </Pane>
    </div>
  );
  return (
    <main className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <ProfileHeader profileId={profile.id} />
      <ConnectPane
        key={profile.id}
        profile={profile}
        credentialTools={<GetToken profile={profile} />}
        notices={tokenFetch !== null && <TokenNotice profile={profile} fetch={tokenFetch} />}
      />
      {isBlank ? (
        <Welcome profileId={profile.id} />
      ) : (
        <div className="flex min-h-80 flex-1">
          <SplitPane
            id="work"
            orientation="horizontal"
            first={{
              content: (
                <>
                  <Pane key={`log ${profile.id}`} name="The log">
                    <Transcript profileId={profile.id} />
                  </Pane>
                  <Pane key={`composer ${profile.id}`} name="The composer">
                    <Composer profileId={profile.id} />
                  </Pane>
                </>
              ),
              size: '58%',
              minSize: '280px',
            }}
            second={{
              content: (
                <>
                  <SplitPane
                    id="inspector"
                    orientation="vertical"
                    first={{ content: inspection, size: '50%', minSize: '20%' }}
                    second={hasEntry ? { content: entry, minSize: '20%' } : null}
                  />
                  {!hasEntry && <div className="flex shrink-0 flex-col border-t border-line">{entry}</div>}
                </>
              ),
              minSize: '240px',
            }}
          />
        </div>
      )}
    </main>
  );
}
