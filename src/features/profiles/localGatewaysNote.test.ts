import { describe, expect, it } from 'vitest';
import { localGatewaysNote } from './localGatewaysNote.ts';

const PENDING = { status: 'pending', gatewayCount: 0 } as const;

describe('localGatewaysNote', () => {
  it('is silent when there are gateways', () => {
    expect(localGatewaysNote('ready', { status: 'success', gatewayCount: 4 })).toBeNull();
  });

  it('keeps silent when gateways that are known are asked for again and fail', () => {
    expect(localGatewaysNote('ready', { status: 'error', gatewayCount: 4 })).toBeNull();
  });

  it.each([
    ['checking', PENDING, 'Looking for local gateways…'],
    ['ready', PENDING, 'Looking for local gateways…'],
    ['absent', PENDING, 'The companion is not running, so there are no local gateways. Start it with'],
    [
      'absent',
      { status: 'success', gatewayCount: 4 },
      'The companion has ended, and the local gateways with it. Start it again with',
    ],
    ['ready', { status: 'error', gatewayCount: 0 }, 'The companion did not say which local gateways run.'],
    [
      'ready',
      { status: 'success', gatewayCount: 0 },
      'The local gateways are off. To have them, start the companion without --no-gateways:',
    ],
    [
      'token-required',
      PENDING,
      'The companion needs its token before it shows the local gateways: see Companion, at the top.',
    ],
  ] as const)('says for a companion that is %s with %j: %s', (companion, answer, text) => {
    expect(localGatewaysNote(companion, answer)?.text).toBe(text);
  });
});
