import { CLOSE_CODE } from '../../websocket/closeCode.ts';
import { isNear, type CloseRule } from '../closeRule.ts';

const FRONT_SIDE_TIMEOUT_MS = 120_000;
const PERSISTENT_TIMEOUT_MS = 180_000;
/** Shorter silence is not what a connection is usually cut for. */
const SHORTEST_IDLE_MS = 10_000;
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
  {
    id: 'ibm-persistent-timeout',
    closeCode: CLOSE_CODE.abnormalClosure,
    when: ({ idleMs }) => isNear(idleMs, PERSISTENT_TIMEOUT_MS, TOLERANCE_MS),
    title: 'Cut after 180 idle seconds: the time fits the gateway’s persistent timeout.',
    confidence: 'inferred',
    fixes: [
      'Check the handler’s persistent timeout, 180 seconds by default, and its websocket-idle-timeout, which is off by default.',
      'Or send a small message more often.',
    ],
    source: 'gateways.md 6.5',
  },
  {
    id: 'ibm-idle-timeout',
    closeCode: CLOSE_CODE.abnormalClosure,
    when: ({ idleMs }) => idleMs >= SHORTEST_IDLE_MS,
    title: 'Cut in silence: perhaps the handler has a websocket-idle-timeout as long as this.',
    confidence: 'inferred',
    fixes: [
      'Compare the idle time with websocket-idle-timeout of the HTTP(S) front handler: it is off by default, and up to a day.',
      'Or send a small message more often.',
    ],
    source: 'gateways.md 6.5',
  },
];
