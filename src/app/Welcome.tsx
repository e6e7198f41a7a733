import { useId } from 'react';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { ImportLog } from '#features/transcript/ImportLog.tsx';
import { useProfiles } from '#features/stores/useStores.ts';

/** What a newcomer sees before there is a URL: what this is, and something to try it on. */
export function Welcome({ profileId }: { readonly profileId: ProfileId }) {
  const select = useProfiles((state) => state.actions.select);
  const readyMade = useProfiles((state) => state.readyMade);
  const samples = Object.values(readyMade).filter((profile) => SAMPLE_IDS.has(profile.id));
  return (
    <ImportLog profileId={profileId} className="flex min-h-0 flex-1 flex-col">
      <section
        aria-label="Welcome"
        className="flex min-h-0 flex-1 flex-col items-center justify-center gap-6 overflow-y-auto p-8"
      >
        <div className="flex max-w-xl flex-col items-center gap-2 text-center">
          <img src="/postern.svg" alt="" className="size-12" />
          <h2 className="text-lg font-semibold text-balance">Test a WebSocket API behind its gateway</h2>
          <p className="text-balance text-ink-soft">
            Enter or paste the gateway’s URL above. Postern makes the opening handshake itself, so it can show
            all of it: what was sent, what came back, and, when a gateway refuses, who refused, why, and what
            to change. A log in a file (JSON Lines, CSV or HAR) opens when you drop it here.
          </p>
        </div>
        {samples.length > 0 && (
          <div className="flex w-full max-w-xl flex-col gap-2">
            <h3 className="text-center text-xs text-ink-soft">
              Or try one of the gateways that run on this machine
            </h3>
            <ul className="grid gap-2 sm:grid-cols-2">
              {samples.map((profile) => (
                <Sample key={profile.id} profile={profile} onChoose={() => select(profile.id)} />
              ))}
            </ul>
          </div>
        )}
      </section>
    </ImportLog>
  );
}

interface SampleProps {
  readonly profile: Profile;
  readonly onChoose: () => void;
}

/** A card that is pressed anywhere. Its button is named by the profile alone: one gateway has “Connect” in its name. */
function Sample({ profile, onChoose }: SampleProps) {
  const gatewayId = useId();
  return (
    <li className="relative flex flex-col rounded-lg border border-line bg-surface px-3 py-2 hover:border-control hover:bg-hover">
      <span id={gatewayId} className="font-medium">
        {profile.folder.split('/').at(-1)}
      </span>
      <button
        type="button"
        aria-describedby={gatewayId}
        onClick={onChoose}
        className="truncate text-left text-xs text-ink-soft outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-offset-1 focus-visible:after:outline-accent"
      >
        {profile.name}
      </button>
    </li>
  );
}

/** One good flow a gateway, to begin with. */
const SAMPLE_IDS = new Set(['local:apim-chat', 'local:apigee-echo', 'local:aws-echo', 'local:ibm-upper']);
