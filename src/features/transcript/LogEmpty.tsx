import { Cable, FilterX, History, MessagesSquare } from 'lucide-react';
import { assertNever } from '#domain/assertNever.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { NO_FILTER } from '#domain/transcript/entry.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useConnections } from '../stores/useStores.ts';
import { emptyLog, emptyPastLog } from './emptyLog.ts';
import type { EmptyLog } from './emptyLog.ts';

/** What stands in the log's place while it has no message: why, and what to do. */
export function LogEmpty({ profileId }: { readonly profileId: ProfileId }) {
  const actions = useConnections((state) => state.actions);
  const reason = useConnections((state) => {
    const session = state.sessions[profileId];
    if (session === undefined) return 'unconnected';
    if (session.past !== null) return emptyPastLog(session.summary);
    return emptyLog(session.connection.phase.kind, session.summary);
  });
  if (reason === null) return null;
  // Lets the wheel and clicks through to the rows.
  return (
    <div className="pointer-events-none absolute inset-0 overflow-hidden [container-type:size]">
      <Explanation reason={reason} onFilterDrop={() => actions.setFilter(profileId, NO_FILTER)} />
    </div>
  );
}

interface ExplanationProps {
  readonly reason: EmptyLog;
  readonly onFilterDrop: () => void;
}

function Explanation({ reason, onFilterDrop }: ExplanationProps) {
  switch (reason) {
    case 'unconnected':
      return (
        <EmptyState icon={<Cable />} title="Connect to see messages">
          Everything sent and received is listed here, and stays after the connection has closed.
        </EmptyState>
      );
    case 'connecting':
      return (
        <EmptyState icon={<Cable />} title="Connecting">
          Messages are listed here as soon as the handshake is done.
        </EmptyState>
      );
    case 'reading':
      return <EmptyState icon={<History />} title="Reading the log of this connection" />;
    case 'silent':
      return (
        <EmptyState icon={<MessagesSquare />} title="Connected, nothing said yet">
          Send a message below, or wait for the server to speak.
        </EmptyState>
      );
    case 'unmatched':
      return (
        <EmptyState icon={<FilterX />} title="No message matches the filter">
          <Button size="small" className="pointer-events-auto mt-1" onClick={onFilterDrop}>
            Show all messages
          </Button>
        </EmptyState>
      );
    default:
      return assertNever(reason);
  }
}
