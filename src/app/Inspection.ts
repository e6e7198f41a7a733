import { onDemand } from '#ui/onDemand.ts';

/** Who only looks around needs no handshake read. */
export const Inspection = onDemand(
  async () => (await import('#features/handshake/Inspection.tsx')).Inspection,
);
