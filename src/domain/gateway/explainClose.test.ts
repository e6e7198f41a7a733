import { describe, expect, it } from 'vitest';
import type { Ending, Opened } from '../connection/connection.ts';
import type { GatewayId } from './gatewayId.ts';
import { loadAnswerReader } from './answerReader.ts';
import { STARTED_AT, switchedRecord } from './testing/handshakeRecords.ts';

const { explainClose } = await loadAnswerReader();

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

interface Close {
  readonly gateway: GatewayId;
  readonly closeCode: number;
  readonly reason?: string;
  readonly subprotocol?: string;
  /** Open for how long. */
  readonly after: number;
  /** How long before the end the last message went; without it, none ever did. */
  readonly idle?: number;
  readonly by?: Ending['by'];
}

function idOf({ gateway, closeCode, reason = '', subprotocol, after, idle, by }: Close): string | null {
  const opened: Opened = { at: 1_000_000, subprotocol: subprotocol ?? null, extensions: null };
  const at = opened.at + after;
  const isCut = closeCode === 1006;
  const ending: Ending = {
    at,
    closeCode,
    reason,
    wasClean: !isCut,
    by: by ?? (isCut ? 'network' : 'remote'),
    detail: null,
  };
  const finding = explainClose(gateway, opened, ending, idle === undefined ? null : at - idle, null);
  return finding === null ? null : `${finding.id} ${finding.confidence}`;
}

function cutAt(at: number): Ending {
  return { at, closeCode: 1006, reason: '', wasClean: false, by: 'network', detail: null };
}

describe('explainClose', () => {
  it.each<[string, Close, string]>([
    [
      'row 23',
      { gateway: 'aws', closeCode: 1001, reason: 'Going away', after: 603_900 },
      'aws-idle-limit observed',
    ],
    [
      'row 23',
      { gateway: 'aws', closeCode: 1001, after: 30 * MINUTE, idle: 10 * MINUTE },
      'aws-idle-limit observed',
    ],
    [
      'row 24',
      { gateway: 'aws', closeCode: 1001, after: 120 * MINUTE, idle: SECOND },
      'aws-duration-limit inferred',
    ],
    ['row 25', { gateway: 'aws', closeCode: 1003, after: SECOND, idle: 20 }, 'aws-binary-frame documented'],
    ['row 26', { gateway: 'aws', closeCode: 1009, after: SECOND, idle: 20 }, 'aws-too-big documented'],
    [
      'row 27',
      { gateway: 'webpubsub', closeCode: 1008, after: SECOND },
      'webpubsub-recovery-failed documented',
    ],
    [
      'row 28',
      { gateway: 'webpubsub', closeCode: 1000, after: 9_000, idle: 80 },
      'webpubsub-no-event-handler observed',
    ],
    [
      'row 28 behind APIM',
      { gateway: 'apim', closeCode: 1000, after: 9_000, idle: 80 },
      'webpubsub-no-event-handler inferred',
    ],
    [
      'row 29',
      { gateway: 'apim', closeCode: 1006, after: 250 * SECOND, idle: 241 * SECOND },
      'apim-idle-limit inferred',
    ],
    [
      'row 30',
      { gateway: 'apigee', closeCode: 1006, after: 30_100, idle: 40 },
      'apigee-load-balancer-timeout inferred',
    ],
    [
      'row 31',
      { gateway: 'apigee', closeCode: 1006, after: 95_000, idle: 60_400 },
      'apigee-keepalive-timeout observed',
    ],
    ['4.5', { gateway: 'apigee', closeCode: 1006, after: 300_500, idle: 900 }, 'apigee-api-timeout observed'],
    [
      '6.5',
      { gateway: 'ibm', closeCode: 1006, after: 400_000, idle: 120_300 },
      'ibm-front-side-timeout inferred',
    ],
    [
      '6.5',
      { gateway: 'ibm', closeCode: 1006, after: 400_000, idle: 180_300 },
      'ibm-persistent-timeout inferred',
    ],
    [
      '6.5 with a websocket-idle-timeout of the owner’s',
      { gateway: 'ibm', closeCode: 1006, after: 95_000, idle: 60_100 },
      'ibm-idle-timeout inferred',
    ],
    [
      '5.6',
      {
        gateway: 'aws',
        closeCode: 1000,
        reason: 'Connection Closed Normally',
        after: 9_000,
        idle: 20,
      },
      'aws-deleted observed',
    ],
  ])('knows %s', (_row, close, expected) => {
    expect(idOf(close)).toBe(expected);
  });

  it.each<[string, Close]>([
    ['AWS going away after 5 minutes', { gateway: 'aws', closeCode: 1001, after: 5 * MINUTE }],
    ['AWS cut without a Close frame', { gateway: 'aws', closeCode: 1006, after: 10 * MINUTE }],
    ['Apigee cut after 45 s', { gateway: 'apigee', closeCode: 1006, after: 45 * SECOND, idle: SECOND }],
    ['Apigee closed cleanly at 30 s', { gateway: 'apigee', closeCode: 1000, after: 30 * SECOND }],
    ['AWS closed normally by the service', { gateway: 'aws', closeCode: 1000, after: SECOND, idle: 20 }],
    ['IBM cut while busy', { gateway: 'ibm', closeCode: 1006, after: 10 * MINUTE, idle: SECOND }],
    ['APIM cut while busy', { gateway: 'apim', closeCode: 1006, after: 10 * MINUTE, idle: SECOND }],
    ['Web PubSub closed without any message', { gateway: 'webpubsub', closeCode: 1000, after: SECOND }],
    [
      'Web PubSub closed a subprotocol’s client',
      {
        gateway: 'webpubsub',
        closeCode: 1000,
        after: SECOND,
        idle: 20,
        subprotocol: 'json.webpubsub.azure.v1',
      },
    ],
    ['a close of our own', { gateway: 'aws', closeCode: 1003, after: SECOND, by: 'local' }],
    ['a lost companion', { gateway: 'apigee', closeCode: 1006, after: 30 * SECOND, by: 'companion' }],
    ['no gateway in particular', { gateway: 'generic', closeCode: 1006, after: 30 * SECOND }],
  ])('says nothing of %s', (_what, close) => {
    expect(idOf(close)).toBeNull();
  });

  it('shows code, reason and times as its evidence', () => {
    const opened: Opened = { at: 0, subprotocol: null, extensions: null };
    const ending: Ending = {
      at: 603_900,
      closeCode: 1001,
      reason: 'Going away',
      wasClean: true,
      by: 'remote',
      detail: null,
    };
    expect(explainClose('aws', opened, ending, null, null)?.evidence).toEqual([
      { where: 'Close code', quote: '1001 Going away' },
      { where: 'Open for', quote: '10 min 4 s' },
      { where: 'Idle for', quote: '10 min 4 s' },
    ]);
  });

  it('knows 4.5: Apigee cuts when the token that was sent expires', () => {
    // {"exp":1795348845}: 45 s after the handshake.
    const url = 'wss://api.example.com/v1?access_token=eyJhbGciOiJub25lIn0.eyJleHAiOjE3OTUzNDg4NDV9.';
    const opened: Opened = { at: STARTED_AT + 40, subprotocol: null, extensions: null };
    const ending = cutAt(STARTED_AT + 45_300);
    expect(
      explainClose('apigee', opened, ending, ending.at - 200, switchedRecord([], { url })),
    ).toMatchObject({
      id: 'apigee-token-expired-while-open',
      confidence: 'inferred',
      evidence: [
        { where: 'Close code', quote: '1006' },
        { where: 'Open for', quote: '45.3 s' },
        { where: 'Idle for', quote: '200 ms' },
        { where: 'access_token', quote: 'expired at 2026-11-22 12:00:45 UTC' },
      ],
    });
    const later = { ...ending, at: STARTED_AT + 50_000 };
    expect(explainClose('apigee', opened, later, later.at - 200, switchedRecord([], { url }))).toMatchObject({
      id: 'apigee-token-perhaps-expired',
      evidence: expect.arrayContaining([
        { where: 'access_token', quote: 'expired at 2026-11-22 12:00:45 UTC' },
      ]),
    });
    const before = { ...ending, at: STARTED_AT + 40_000 };
    expect(explainClose('apigee', opened, before, before.at - 200, switchedRecord([], { url }))).toBeNull();
  });

  it.each([
    ['in the query', 'wss://api.example.com/v1?access_token=0pAqu3', [], 'access_token'],
    [
      'in a header',
      'wss://api.example.com/v1',
      [{ name: 'authorization', value: 'Bearer 0pAqu3' }],
      'authorization',
    ],
  ])('knows 4.4: Apigee may cut when an opaque token %s has ended', (_where, url, headers, place) => {
    const opened: Opened = { at: STARTED_AT, subprotocol: null, extensions: null };
    const ending = cutAt(STARTED_AT + 45_300);
    const record = switchedRecord([], { url, request: { requestLine: 'GET / HTTP/1.1', headers } });
    const finding = explainClose('apigee', opened, ending, ending.at - 200, record);
    expect(finding).toMatchObject({ id: 'apigee-token-perhaps-expired', confidence: 'inferred' });
    expect(finding?.evidence.at(-1)?.where).toBe(place);
    expect(JSON.stringify(finding)).not.toContain('0pAqu3');
    const atLimit = { ...ending, at: STARTED_AT + 30_000 };
    expect(explainClose('apigee', opened, atLimit, null, record)?.id).toBe('apigee-load-balancer-timeout');
  });
});
