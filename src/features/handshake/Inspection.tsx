import { useQuery } from '@tanstack/react-query';
import { RadioTower } from 'lucide-react';
import { use } from 'react';
import { assertNever } from '#domain/assertNever.ts';
import { IDLE_CONNECTION } from '#domain/connection/connection.ts';
import type { Connection } from '#domain/connection/connection.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import { loadAnswerReader, type AnswerReader } from '#domain/gateway/answerReader.ts';
import type { Finding } from '#domain/gateway/gateway.ts';
import { maskFinding } from '#domain/gateway/maskFinding.ts';
import type { LocalScenario } from '#domain/gateway/localGateway.ts';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import { effectiveGateway } from '#domain/profile/effectiveGateway.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { secretNames } from '#domain/profile/secretNames.ts';
import { askCompanionQuery } from '#query/askCompanionQuery.ts';
import { localGatewaysQuery } from '#query/localGatewaysQuery.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Spinner } from '#ui/Spinner.tsx';
import { ExpectationResults } from '../expectations/ExpectationResults.tsx';
import { useFilledIn } from '../stores/filling.ts';
import { findScenario } from '../stores/findScenario.ts';
import { useSecretMasker } from '../stores/secretsToHide.ts';
import { useCompanion } from '../stores/useCompanion.ts';
import { useSession } from '../stores/useStores.ts';
import { DiagnosisPane } from './DiagnosisPane.tsx';
import { endingFacts } from './endingFacts.ts';
import type { Fact } from './Facts.tsx';
import { HandshakePane } from './HandshakePane.tsx';

export interface InspectionProps {
  readonly profile: Profile;
}

/** Begins with this module, which is itself no part of the first load. */
const ANSWER_READER = loadAnswerReader();

/** The diagnosis and the handshake of the latest attempt; or, when a browser hid it, of the companion's own. */
export function Inspection({ profile }: InspectionProps) {
  const reader = use(ANSWER_READER);
  const filled = useFilledIn(profile).profile;
  const mask = useSecretMasker(profile);
  const connection = useSession(profile.id, (session) => session.connection);
  const request = useSession(profile.id, (session) => session.request);
  // It says something of a connection that has ended; until then it is another one with each message.
  const lastTrafficAt = useSession(profile.id, (session) =>
    session.connection.phase.kind === 'closed' ? session.lastTrafficAt : null,
  );
  const companion = useCompanion();
  const isHidden = connection !== null && isHiddenFailure(connection);
  const asking = useQuery({
    ...askCompanionQuery(profile.id, companionRequest(request), connection?.record?.startedAt ?? 0),
    enabled: false,
  });
  // What is known: the list of profiles asks for it.
  const { data } = useQuery({ ...localGatewaysQuery(), enabled: false });
  const scenario = findScenario(data?.gateways ?? [], profile.id);
  const record = (isHidden ? asking.data : undefined) ?? connection?.record ?? null;

  return (
    <>
      <DiagnosisPane
        profile={profile}
        findings={findingsOf(reader, filled, connection, record, lastTrafficAt).map((finding) =>
          maskFinding(finding, mask.text),
        )}
        emptyText={emptyText(connection)}
        facts={factsOf(connection, lastTrafficAt).map(({ name, value }) => ({
          name,
          value: mask.text(value),
        }))}
        syntheticNote={syntheticNote(scenario, record)}
        verdict={<ExpectationResults profile={profile} />}
        action={
          isHidden && asking.data === undefined ? (
            <Notice
              tone={asking.isError ? 'bad' : 'info'}
              action={
                <Button
                  size="small"
                  variant="primary"
                  disabled={companion !== 'ready' || asking.isFetching}
                  onClick={() => void asking.refetch()}
                >
                  {asking.isFetching ? <Spinner /> : <RadioTower aria-hidden className="size-3.5" />}
                  Ask the companion why
                </Button>
              }
            >
              {asking.isError
                ? asking.error.message
                : companion === 'ready'
                  ? 'A browser hides why a handshake failed. The companion can make the same request and show the answer.'
                  : 'A browser hides why a handshake failed. Start the companion (npm start) to see the answer.'}
            </Notice>
          ) : undefined
        }
      />
      <HandshakePane key={profile.id} record={record} secretNames={secretNames(filled)} mask={mask} />
    </>
  );
}

function isHiddenFailure({ phase }: Connection): boolean {
  return (
    phase.kind === 'failed' &&
    phase.outcome.kind === 'failed' &&
    phase.outcome.failure.code === 'browser-hidden'
  );
}

/** The same request as the browser made, its Origin included, made by the companion. */
function companionRequest(request: ConnectionRequest | null): ConnectionRequest | null {
  return request === null
    ? null
    : { ...request, transport: 'companion', headers: [], origin: location.origin };
}

function findingsOf(
  reader: AnswerReader,
  profile: Profile,
  connection: Connection | null,
  record: HandshakeRecord | null,
  lastTrafficAt: number | null,
): readonly Finding[] {
  if (connection === null || record === null) return [];
  const { phase } = connection;
  if (phase.kind === 'closed') {
    const finding = reader.explainClose(
      effectiveGateway(profile),
      phase.opened,
      phase.ending,
      lastTrafficAt,
      record,
    );
    return finding === null ? [] : [finding];
  }
  return record.outcome === null ? [] : reader.diagnose(record, profile.gateway);
}

function factsOf(connection: Connection | null, lastTrafficAt: number | null): readonly Fact[] {
  const { phase } = connection ?? IDLE_CONNECTION;
  return phase.kind === 'closed' ? endingFacts(phase.opened, phase.ending, lastTrafficAt) : [];
}

/** Of a request that has been changed, the note may not be true any more. */
function syntheticNote(scenario: LocalScenario | null, record: HandshakeRecord | null): string | null {
  const isItsAnswer = scenario !== null && record !== null && scenario.request.url === record.url;
  return isItsAnswer && scenario.isSynthetic ? scenario.note : null;
}

function emptyText(connection: Connection | null): string {
  const { phase } = connection ?? IDLE_CONNECTION;
  switch (phase.kind) {
    case 'idle':
      return 'After an attempt, this says who refused it and what to change.';
    case 'connecting':
      return 'Waiting for the answer.';
    case 'open':
    case 'closing':
      return 'Nothing to report: the handshake went as it should.';
    case 'closed':
      return 'Nothing beyond the close code’s own meaning.';
    case 'failed':
      return 'No finding fits this answer; the handshake below shows all of it.';
    default:
      return assertNever(phase);
  }
}
