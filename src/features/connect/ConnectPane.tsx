import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { IDLE_CONNECTION } from '#domain/connection/connection.ts';
import { GATEWAYS, recogniseGateway } from '#domain/gateway/gateways.ts';
import { browserLimits } from '#domain/profile/checkProfile.ts';
import { isMixedContent } from '#domain/profile/isMixedContent.ts';
import { effectiveGateway } from '#domain/profile/effectiveGateway.ts';
import { preflight, tokensOf } from '#domain/profile/preflight.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { withAdvice } from '#domain/profile/profileProblem.ts';
import { readPaste } from '#domain/profile/readPaste.ts';
import { problemsOf } from '#domain/profile/variables/problemsOf.ts';
import { warnOfSecretsInUrl } from '#domain/profile/variables/warnOfSecretsInUrl.ts';
import { withPaste } from '#domain/profile/withPaste.ts';
import { isPending } from '#domain/reconnect/reconnection.ts';
import type { SealedSecrets } from '#state/storedSecret.ts';
import { Notice } from '#ui/Notice.tsx';
import { onDemand } from '#ui/onDemand.ts';
import { cancelAttempt } from '../stores/cancelAttempt.ts';
import { connectProfile } from '../stores/connectProfile.ts';
import { useFilledIn, useLookup } from '../stores/filling.ts';
import { needsUnlocking } from '../stores/needsUnlocking.ts';
import { newId } from '../stores/newId.ts';
import { useSecretMasker } from '../stores/secretsToHide.ts';
import { useStores } from '../stores/StoresContext.ts';
import { effectiveTransport, useCompanion } from '../stores/useCompanion.ts';
import { useNow } from '../stores/useNow.ts';
import { useProfiles, useReconnection, useSession } from '../stores/useStores.ts';
import { EndpointBar } from './EndpointBar.tsx';
import { leftBehind } from './leftBehind.ts';
import { PasteNotice } from './PasteNotice.tsx';
import type { PasteReport } from './PasteNotice.tsx';
import { PhaseStrip } from './PhaseStrip.tsx';
import { RequestEditor } from './RequestEditor.tsx';

const ExpectationsSummary = onDemand(
  async () => (await import('../expectations/ExpectationsSummary.tsx')).ExpectationsSummary,
);

/** How soon a token that has expired is warned of, ms; its own note counts the seconds. */
const PREFLIGHT_STEP_MS = 5_000;

const NONE_LOCKED: SealedSecrets = {};

/** Stands for a value that cannot be seen now. */
const LOCKED_VALUE = 'locked';

export interface ConnectPaneProps {
  readonly profile: Profile;
  /** Beside the query parameters: where credentials come from. */
  readonly credentialTools: ReactNode;
  /** Above the request: what comes before an attempt. */
  readonly notices: ReactNode;
}

/** The endpoint, its request, and the state of its connection. */
export function ConnectPane({ profile, credentialTools, notices }: ConnectPaneProps) {
  const stores = useStores();
  const companion = useCompanion();
  const secrets = useProfiles((state) => state.secrets);
  const { edit, setSecret } = useProfiles((state) => state.actions);
  const connection = useSession(profile.id, (session) => session.connection) ?? IDLE_CONNECTION;
  const reconnection = useReconnection(profile.id);
  const isJudged = useSession(profile.id, (session) => session.expectations.length > 0) ?? false;
  const [paste, setPaste] = useState<PasteReport | null>(null);
  const [hasTried, setTried] = useState(false);
  const now = useNow(PREFLIGHT_STEP_MS);

  const transport = effectiveTransport(profile.transport, companion);
  const lookup = useLookup();
  const filled = useFilledIn(profile);
  const mask = useSecretMasker(profile);
  // A sentence may quote the path, and a secret can stand in that.
  const withoutSecrets = <Said extends { readonly message: string }>(said: Said): Said => ({
    ...said,
    message: mask.text(said.message),
  });
  const locked = useProfiles((state) => (state.secretsLock === 'locked' ? state.lockedSecrets : NONE_LOCKED));
  const standIns = Object.fromEntries(Object.keys(locked).map((id) => [id, LOCKED_VALUE]));
  const isAskedFor = useProfiles((state) => needsUnlocking(state, profile));
  const problems = problemsOf(filled)
    // A variable that is locked has a value: it is asked for when it is needed.
    .filter((problem) => !(isAskedFor && filled.problems.includes(problem)))
    .map(withoutSecrets);
  const urlProblem = problems.find((problem) => problem.at === 'url')?.message ?? null;
  const warnings = [
    ...(transport === 'browser' ? browserLimits(filled.profile) : []),
    // What is locked has a value as well: which one, nobody can judge before it is open.
    ...preflight(filled.profile, { ...standIns, ...filled.secrets }, now),
    ...warnOfSecretsInUrl(profile, lookup),
  ].map(withoutSecrets);
  const gateway = effectiveGateway(filled.profile);
  const change = (changeProfile: (one: Profile) => Profile) => {
    setPaste(null);
    edit(profile.id, changeProfile);
  };
  const actions = stores.connections.getState().actions;

  const takePaste = (text: string): boolean => {
    const reading = readPaste(text, newId);
    if (reading.kind === 'problem') {
      // What is one word is a URL, and its field says what is wrong with it.
      if (/\s/.test(text.trim())) setPaste({ tone: 'warn', notes: [reading.message], undo: null });
      return false;
    }
    const { endpoint } = reading;
    for (const [id, value] of Object.entries(endpoint.secrets)) setSecret(id, value);
    const pasted = withPaste(profile, endpoint);
    edit(profile.id, () => pasted);
    setPaste({
      tone: 'info',
      notes: [...endpoint.notes, ...leftBehind(profile, pasted)],
      undo: () => change(() => profile),
    });
    return true;
  };

  return (
    <section aria-label="Endpoint" className="@container flex shrink-0 flex-col bg-surface">
      <EndpointBar
        profile={profile}
        phase={connection.phase}
        isReconnecting={isPending(reconnection, connection.phase.kind)}
        companion={companion}
        recognised={recogniseGateway(filled.profile.url)?.gateway ?? null}
        urlProblem={profile.url === '' && !hasTried ? null : urlProblem}
        onProfileChange={change}
        onPaste={takePaste}
        onConnect={() => {
          setTried(true);
          connectProfile(stores, profile.id, transport);
        }}
        onCancel={() => cancelAttempt(stores, profile.id)}
        onDisconnect={(code, reason) => actions.disconnect(profile.id, code, reason)}
      />
      <div className="flex flex-col gap-1 px-3 pt-1.5 empty:hidden">
        {notices}
        {paste !== null && paste.notes.length > 0 && (
          <PasteNotice report={paste} onDismiss={() => setPaste(null)} />
        )}
        {warnings
          .filter((warning) => warning.at === 'url')
          .map(withAdvice)
          .map(({ message }) => (
            <p key={message} className="px-1 text-xs text-warn">
              {message}
            </p>
          ))}
        {profile.transport === 'companion' && transport === 'browser' && (
          <Notice tone="warn">
            {companion === 'absent'
              ? 'The companion is not running, so the browser makes the handshake: no header can be sent, and a refusal stays hidden.'
              : 'The companion wants its token, so the browser makes the handshake. Open the address that npm start printed.'}
          </Notice>
        )}
        {transport === 'browser' && isMixedContent(location.protocol, filled.profile.url) && (
          <Notice tone="warn">
            This page came over https:, and a browser does not let such a page open ws: to another machine.
            Use wss:, or the companion.
          </Notice>
        )}
      </div>
      <RequestEditor
        profile={profile}
        secrets={secrets}
        problems={problems}
        warnings={warnings}
        tokens={tokensOf(filled.profile, filled.secrets)}
        gateway={gateway}
        credentialTools={credentialTools}
        onProfileChange={change}
        onSecretChange={setSecret}
      />
      <PhaseStrip
        profileId={profile.id}
        connection={connection}
        reconnection={reconnection}
        limits={GATEWAYS[gateway].limits}
        mask={mask}
        verdict={
          isJudged && (
            <Suspense>
              <ExpectationsSummary profileId={profile.id} />
            </Suspense>
          )
        }
        onTryNow={() => stores.reconnections.getState().actions.tryNow(profile.id)}
      />
    </section>
  );
}
