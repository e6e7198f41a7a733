import { CLOSE_CODE } from '../../websocket/closeCode.ts';
import { isNear, type CloseRule } from '../closeRule.ts';

const LOAD_BALANCER_MS = 30_000;
const KEEP_ALIVE_MS = 60_000;
const API_TIMEOUT_MS = 300_000;
/** The timers start with the request or the last packet, a little before what the page sees of either. */
const TOLERANCE_MS = 2_000;

/** gateways.md 4.5: no close code is documented, and each of these cuts the TCP connection. Only the time tells. */
export const CLOSE_RULES: readonly CloseRule[] = [
  {
    id: 'apigee-load-balancer-timeout',
    closeCode: CLOSE_CODE.abnormalClosure,
    when: ({ durationMs }) => isNear(durationMs, LOAD_BALANCER_MS, TOLERANCE_MS),
    title: 'Cut after 30 seconds: the load balancer’s backend timeout is the whole life of a connection.',
    confidence: 'inferred',
    fixes: [
      'Raise timeoutSec of the load balancer’s backend service; its default is 30 seconds, idle or not.',
    ],
    source: 'gateways.md 7 row 30',
  },
  {
    id: 'apigee-keepalive-timeout',
    closeCode: CLOSE_CODE.abnormalClosure,
    when: ({ idleMs }) => isNear(idleMs, KEEP_ALIVE_MS, TOLERANCE_MS),
    title: 'Cut 60 seconds after the last message: the target’s keep-alive timeout.',
    confidence: 'observed',
    fixes: [
      'Raise keepalive.timeout.millis of the target endpoint; its default is 60,000.',
      'Or send a small message more often than once a minute.',
    ],
    source: 'gateways.md 7 row 31',
  },
  {
    id: 'apigee-api-timeout',
    closeCode: CLOSE_CODE.abnormalClosure,
    when: ({ durationMs }) => isNear(durationMs, API_TIMEOUT_MS, TOLERANCE_MS),
    title: 'Cut after 300 seconds: the timeout of Apigee’s ingress.',
    confidence: 'observed',
    fixes: [
      'Let the client reconnect before 5 minutes are over; on Apigee X this timeout cannot be changed.',
    ],
    source: 'gateways.md 4.5',
  },
];
