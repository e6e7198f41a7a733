import { formatDuration } from '../format/formatDuration.ts';
import type { Confidence, Gateway } from './gateway.ts';

export interface KeepAliveAdvice {
  /** What the gateway does with a connection on which nothing happens. */
  readonly text: string;
  /** What helps; `null` where there is nothing that it has to help against. */
  readonly remedy: { readonly kind: 'ping' | 'message'; readonly everyMs: number } | null;
}

/** Sent twice within the limit, one that is late or lost does not end the connection. */
const PER_LIMIT = 2;

const CUTS: Readonly<Record<Confidence, string>> = {
  documented: 'cuts',
  observed: 'was seen to cut',
  inferred: 'probably cuts',
};

/** What to set keep-alive to, as far as the gateway's idle limit is known; `null` where no gateway is. */
export function adviseKeepAlive({
  id,
  name,
  limits,
}: Pick<Gateway, 'id' | 'name' | 'limits'>): KeepAliveAdvice | null {
  if (id === 'generic') return null;
  const { idleMs, pingKeepsAlive } = limits;
  if (idleMs === null) {
    return { text: `${name} has no idle limit by default, as far as it is documented.`, remedy: null };
  }
  const unless = idleMs.isDefault ? ', unless its owner has set another time' : '';
  const ping = pingKeepsAlive
    ? 'A Ping is traffic too.'
    : 'Whether a Ping counts is not documented: a message does.';
  return {
    text: `${name} ${CUTS[idleMs.confidence]} a connection after ${formatDuration(idleMs.value)} without traffic${unless}. ${ping}`,
    remedy: { kind: pingKeepsAlive ? 'ping' : 'message', everyMs: idleMs.value / PER_LIMIT },
  };
}
