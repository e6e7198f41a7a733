import { assertNever } from '#domain/assertNever.ts';
import type { CompanionState } from '../stores/useCompanion.ts';

/** One quiet line on why there are no local gateways. `command` is what to type in a terminal. */
export interface LocalGatewaysNote {
  readonly text: string;
  readonly command: string | null;
}

export interface LocalGatewaysAnswer {
  readonly status: 'pending' | 'error' | 'success';
  readonly gatewayCount: number;
}

/** `null` when they are there. */
export function localGatewaysNote(
  companion: CompanionState,
  { status, gatewayCount }: LocalGatewaysAnswer,
): LocalGatewaysNote | null {
  switch (companion) {
    case 'checking':
      return { text: 'Looking for local gateways…', command: null };
    case 'absent':
      return {
        text:
          gatewayCount > 0
            ? 'The companion has ended, and the local gateways with it. Start it again with'
            : 'The companion is not running, so there are no local gateways. Start it with',
        command: 'npm start',
      };
    case 'token-required':
      return {
        text: 'The companion needs its token before it shows the local gateways: see Companion, at the top.',
        command: null,
      };
    case 'ready':
      if (gatewayCount > 0) return null;
      if (status === 'pending') return { text: 'Looking for local gateways…', command: null };
      if (status === 'error')
        return { text: 'The companion did not say which local gateways run.', command: null };
      return {
        text: 'The local gateways are off. To have them, start the companion without --no-gateways:',
        command: 'npm start',
      };
    default:
      return assertNever(companion);
  }
}
