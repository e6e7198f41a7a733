import { CLOSE_CODE } from '../../websocket/closeCode.ts';
import { isNear, type CloseRule } from '../closeRule.ts';

const IDLE_LIMIT_MS = 10 * 60_000;
/** One close was recorded at 603.9 s: the gateway looks at intervals, so the end comes somewhat late. */
const IDLE_EARLY_MS = 2_000;
const IDLE_LATE_MS = 30_000;

const DURATION_LIMIT_MS = 2 * 60 * 60_000;
const DURATION_TOLERANCE_MS = 60_000;

/** gateways.md 5.7. The same code stands for both limits: only the time tells them apart. */
export const CLOSE_RULES: readonly CloseRule[] = [
  {
    id: 'aws-duration-limit',
    closeCode: CLOSE_CODE.goingAway,
    when: ({ durationMs }) => isNear(durationMs, DURATION_LIMIT_MS, DURATION_TOLERANCE_MS),
    title: 'API Gateway ends every connection after 2 hours.',
    confidence: 'inferred',
    fixes: ['Let the client reconnect before the 2 hours are over; the limit cannot be raised.'],
    source: 'gateways.md 7 row 24',
  },
  {
    id: 'aws-idle-limit',
    closeCode: CLOSE_CODE.goingAway,
    when: ({ idleMs }) => idleMs >= IDLE_LIMIT_MS - IDLE_EARLY_MS && idleMs <= IDLE_LIMIT_MS + IDLE_LATE_MS,
    title: 'API Gateway ends a connection that was idle for 10 minutes.',
    confidence: 'observed',
    fixes: [
      'Send a small message at least every 9 minutes, from either side. Do not count on ping frames: whether they reset the limit is not documented.',
    ],
    source: 'gateways.md 7 row 23',
  },
  {
    id: 'aws-deleted',
    closeCode: CLOSE_CODE.normal,
    when: ({ ending }) => /^Connection Closed Normally$/i.test(ending.reason),
    severity: 'info',
    title: 'The service behind API Gateway ended the connection, by DELETE of @connections.',
    confidence: 'observed',
    fixes: [
      'Look for the call that deletes the connection in the service’s code and log: it can choose neither code nor reason.',
    ],
    source: 'gateways.md 5.6',
  },
  {
    id: 'aws-binary-frame',
    closeCode: CLOSE_CODE.unsupportedData,
    title: 'API Gateway takes no binary messages.',
    confidence: 'documented',
    fixes: ['Send text: binary data as base64, for example within JSON.'],
    source: 'gateways.md 7 row 25',
  },
  {
    id: 'aws-too-big',
    closeCode: CLOSE_CODE.messageTooBig,
    title: 'API Gateway takes frames up to 32 KB and messages up to 128 KB.',
    confidence: 'documented',
    fixes: [
      'Split messages over 128 KB into several.',
      'Send messages over 32 KB in frames of at most 32 KB; browsers give no control over frames, so keep them smaller there.',
    ],
    source: 'gateways.md 7 row 26',
  },
];
