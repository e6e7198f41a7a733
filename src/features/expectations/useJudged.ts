import { useShallow } from 'zustand/react/shallow';
import { judgeExpectations } from '#domain/expectation/judgeExpectations.ts';
import type { JudgedExpectation } from '#domain/expectation/judgeExpectations.ts';
import { observeConnection } from '#domain/expectation/observeConnection.ts';
import type { Sightings } from '#domain/expectation/observed.ts';
import type { Connection } from '#domain/connection/connection.ts';
import type { AwaitedSighting } from '#domain/expectation/awaitedMessage.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { useNow } from '../stores/useNow.ts';
import { useSession } from '../stores/useStores.ts';

const NONE: readonly JudgedExpectation[] = [];

/** What the latest attempt is judged by, and how it stands now. */
export function useJudged(profileId: ProfileId): readonly JudgedExpectation[] {
  const session = useSession(
    profileId,
    useShallow(({ connection, expectations, sightings }) => ({ connection, expectations, sightings })),
  );
  const now = useNow();
  if (session === null || session.expectations.length === 0) return NONE;
  const attempt = observeConnection(session.connection, now);
  if (attempt === null) return NONE;
  const sightings = sightingsFor(session.connection, session.sightings);
  return judgeExpectations(session.expectations, { attempt, sightings });
}

/** Counted from the opening, as everything else is. */
function sightingsFor(
  { phase }: Connection,
  sightings: Readonly<Record<string, AwaitedSighting>>,
): Sightings {
  if (phase.kind !== 'open' && phase.kind !== 'closing' && phase.kind !== 'closed') return {};
  const { at } = phase.opened;
  return Object.fromEntries(
    Object.entries(sightings).map(([id, { startedAt, afterMs, problem }]) => [
      id,
      { startedAfterMs: startedAt === null ? null : startedAt - at, afterMs, problem },
    ]),
  );
}
