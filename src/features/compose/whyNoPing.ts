import type { Transport } from '#domain/handshake/handshakeRecord.ts';

/** Why no ping can be sent now, as a sentence; `null` when one can. */
export function whyNoPing(isOpen: boolean, transport: Transport): string | null {
  if (transport === 'browser') return 'A page cannot send pings: use the Companion transport';
  return isOpen ? null : 'Connect to send a ping';
}
