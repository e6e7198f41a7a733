import { useProfiles } from '#features/stores/useStores.ts';

/** What a newcomer sees before there is a URL: what this is, and something to try it on. */
export function Welcome() {
  const select = useProfiles((state) => state.actions.select);
  const readyMade = useProfiles((state) => state.readyMade);
  const samples = Object.values(readyMade).filter((profile) => SAMPLE_IDS.has(profile.id));
  return (
    <section
      aria-label="Welcome"
      className="flex min-h-0 flex-1 flex-col items-center justify-center gap-6 overflow-y-auto p-8"
    >
      <div className="flex max-w-xl flex-col items-center gap-2 text-center">
        <img src="/postern.svg" alt="" className="size-12" />
        <h2 className="text-lg font-semibold text-balance">Test a WebSocket API behind its gateway</h2>
        <p className="text-balance text-ink-soft">
          Enter or paste the gateway’s URL above. Postern makes the opening handshake itself, so it can show
          all of it: what was sent, what came back, and, when a gateway refuses, who refused, why, and what to
          change.
        </p>
      </div>
      {samples.length > 0 && (
        <div className="flex w-full max-w-xl flex-col gap-2">
          <h3 className="text-center text-xs text-ink-soft">
            Or try one of the gateways that run on this machine
          </h3>
          <ul className="grid gap-2 sm:grid-cols-2">
            {samples.map((profile) => (
              <li key={profile.id}>
                <button
                  type="button"
                  onClick={() => select(profile.id)}
                  className="flex w-full flex-col rounded-lg border border-line bg-surface px-3 py-2 text-left hover:border-control hover:bg-hover"
                >
                  <span className="font-medium">{profile.folder.split('/').at(-1)}</span>
                  <span className="truncate text-xs text-ink-soft">{profile.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** One good flow a gateway, to begin with. */
const SAMPLE_IDS = new Set(['local:apim-chat', 'local:apigee-echo', 'local:aws-echo', 'local:ibm-upper']);
