import { CLOSE_CODE } from '../../websocket/closeCode.ts';
import { isNear, type CloseRule } from '../closeRule.ts';

const FRONT_SIDE_TIMEOUT_MS = 120_000;
const TOLERANCE_MS = 2_000;

/** gateways.md 6.5: close codes are not documented, and the idle limit is whatever the handler's owner has set. */
export const CLOSE_RULES: readonly CloseRule[] = [
  {
    id: 'ibm-front-side-timeout',
    closeCode: CLOSE_CODE.abnormalClosure,
    when: ({ idleMs }) => isNear(idleMs, FRONT_SIDE_TIMEOUT_MS, TOLERANCE_MS),
    title: 'Cut after 120 idle seconds: the time fits the gateway’s front-side timeout.',
    confidence: 'inferred',
    fixes: [
      'Check the front-side timeout, 120 seconds by default, and websocket-idle-timeout of the HTTP(S) front handler, which is off by default.',
      'Or send a small message more often.',
    ],
    source: 'gateways.md 6.5',
  },
];
