import type { Transport } from '#domain/handshake/handshakeRecord.ts';

/** Why no ping can be sent now, as a sentence; `null` when one can. */
export function whyNoPing(isOpen: boolean, transport: Transport): string | null {
  if (transport === 'browser') return 'A page has no way to ping: use the Companion transport';
  return isOpen ? null : 'A ping is possible once this is open';
}
