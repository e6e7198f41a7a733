import type { Ending, Opened } from '#domain/connection/connection.ts';
import { formatDuration } from '#domain/format/formatDuration.ts';
import { explainCloseCode } from '#domain/websocket/closeCode.ts';
import type { Fact } from './Facts.tsx';

const ENDED_BY: Readonly<Record<Ending['by'], string>> = {
  local: 'you',
  remote: 'the server',
  'protocol-error': 'Postern, because the server broke a rule of the protocol',
  network: 'the network, without a closing handshake',
  companion: 'the loss of the companion',
};

/** How a connection ended, where no gateway's rule says more: who tells a limit from a fault needs both times. */
export function endingFacts(opened: Opened, ending: Ending, lastTrafficAt: number | null): readonly Fact[] {
  const { at, by, closeCode, reason } = ending;
  const silentMs = lastTrafficAt === null ? null : Math.max(0, at - lastTrafficAt);
  return [
    { name: 'Close code', value: `${closeCode} ${explainCloseCode(closeCode).name}` },
    ...(reason === '' ? [] : [{ name: 'Reason', value: reason }]),
    { name: 'Closed by', value: ENDED_BY[by] },
    { name: 'Open for', value: formatDuration(Math.max(0, at - opened.at)) },
    {
      name: 'Last message',
      value: silentMs === null ? 'none went either way' : `${formatDuration(silentMs)} before the end`,
    },
  ];
}
