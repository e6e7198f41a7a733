import { describe, expect, it } from 'vitest';
import type { HandshakeCheck } from '../../handshake/handshakeRecord.ts';
import { diagnose } from '../gateways.ts';
import { failedRecord, refusedRecord, switchedRecord } from '../testing/handshakeRecords.ts';

const URL = 'wss://host.example/chat';

describe('a refusal by no gateway in particular', () => {
  it.each([
    ['200 OK', 'generic-not-upgraded'],
    ['302 Found', 'generic-redirect'],
    ['400 Bad Request', 'generic-bad-request'],
    ['401 Unauthorized', 'generic-unauthorized'],
    ['403 Forbidden', 'generic-forbidden'],
    ['404 Not Found', 'generic-not-found'],
    ['405 Method Not Allowed', 'generic-method-not-allowed'],
    ['407 Proxy Authentication Required', 'generic-proxy-authentication'],
    ['408 Request Timeout', 'generic-timed-out'],
    ['413 Content Too Large', 'generic-too-long'],
    ['414 URI Too Long', 'generic-too-long'],
    ['421 Misdirected Request', 'generic-misdirected'],
    ['426 Upgrade Required', 'generic-upgrade-required'],
    ['429 Too Many Requests', 'generic-rate-limit'],
    ['431 Request Header Fields Too Large', 'generic-too-long'],
    ['500 Internal Server Error', 'generic-server-failed'],
    ['502 Bad Gateway', 'generic-server-failed'],
    ['503 Service Unavailable', 'generic-server-failed'],
    ['504 Gateway Timeout', 'generic-timed-out'],
    ['418 I’m a teapot', 'generic-unknown-answer'],
  ])('of %s is %s', (status, id) => {
    expect(diagnose(refusedRecord(URL, `HTTP/1.1 ${status}`), 'auto')).toMatchObject([
      { id, gateway: 'generic', evidence: [{ where: 'Status', quote: status }] },
    ]);
  });

  it.each([
    [
      'ws://host.example/chat',
      'https://host.example/chat',
      'Use wss://host.example/chat: the server wants TLS.',
    ],
    [
      'wss://host.example/chat',
      '/chat/',
      'Use wss://host.example/chat/: the server wants the slash at the end.',
    ],
    [
      'wss://host.example/chat',
      'https://login.example/',
      'Use wss://login.example/ if that is the API’s new place.',
    ],
  ])('says where a redirect from %s to %s leads', (url, location, fix) => {
    const [finding] = diagnose(
      refusedRecord(url, `HTTP/1.1 301 Moved Permanently\nLocation: ${location}`),
      'auto',
    );
    expect(finding?.fixes[0]).toBe(fix);
    expect(finding?.evidence).toContainEqual({ where: 'Location', quote: location });
  });

  it('quotes where a redirect leads without its query, which repeats credentials', () => {
    const answer = 'HTTP/1.1 302 Found\nLocation: https://login.example/?from=/chat&apikey=k1';
    expect(diagnose(refusedRecord(URL, answer), 'auto')[0]?.evidence).toContainEqual({
      where: 'Location',
      quote: 'https://login.example/?…',
    });
  });

  it('knows another version of the protocol by the header of a 426', () => {
    const answer = 'HTTP/1.1 426 Upgrade Required\nSec-WebSocket-Version: 8, 7';
    expect(diagnose(refusedRecord(URL, answer), 'auto')[0]?.title).toBe(
      'The server speaks another version of WebSocket than 13.',
    );
  });

  it('is laid on the forward proxy when that answered, whatever gateway was meant', () => {
    const record = refusedRecord('wss://svc.azure-api.net/wsapi', 'HTTP/1.1 403 Forbidden', 'proxy');
    expect(diagnose(record, 'auto')).toMatchObject([{ id: 'generic-proxy-refused', gateway: 'generic' }]);
  });
});

describe('an attempt without an answer', () => {
  it('gets the message and advice of whoever made it', () => {
    const record = failedRecord({
      step: 'dns',
      code: 'dns-not-found',
      message: 'The name host.example does not exist.',
      advice: 'Check the host.',
      systemCode: 'ENOTFOUND',
    });
    expect(diagnose(record, 'auto')).toEqual([
      {
        id: 'generic-dns-not-found',
        gateway: 'generic',
        severity: 'error',
        title: 'The name host.example does not exist.',
        evidence: [{ where: 'Step', quote: 'dns: ENOTFOUND' }],
        confidence: 'observed',
        fixes: ['Check the host.'],
        source: 'the attempt itself',
      },
    ]);
  });

  it('sends the person to the companion when a browser hides why', () => {
    expect(diagnose(failedRecord({ code: 'browser-hidden' }, { madeBy: 'browser' }), 'aws')).toMatchObject([
      {
        id: 'generic-browser-hidden',
        fixes: [expect.stringContaining('Ask the companion'), expect.anything(), expect.anything()],
      },
    ]);
  });
});

describe('a 101', () => {
  const KEPT: HandshakeCheck = {
    id: 'status-101',
    verdict: 'kept',
    rule: 'r',
    seen: 's',
    source: 'RFC 6455',
  };

  it.each(['http-version', 'upgrade', 'connection', 'accept', 'subprotocol', 'extensions'] as const)(
    'that breaks the rule of %s gets a finding on it',
    (id) => {
      const broken: HandshakeCheck = {
        id,
        verdict: 'broken',
        rule: 'The rule.',
        seen: 'What was seen.',
        source: 'RFC 6455',
      };
      const record = failedRecord({ step: 'checks', code: 'checks-broken' }, { checks: [KEPT, broken] });
      expect(diagnose(record, 'auto')).toMatchObject([
        {
          id: `generic-check-${id}`,
          severity: 'error',
          evidence: [{ where: 'The rule.', quote: 'What was seen.' }],
        },
      ]);
    },
  );

  it('that opens in the companion and would fail in a browser gets a warning (row 18)', () => {
    const warned: HandshakeCheck = {
      id: 'subprotocol',
      verdict: 'warning',
      rule: 'r',
      seen: 's',
      source: 'RFC 6455',
    };
    expect(diagnose(switchedRecord([KEPT, warned]), 'auto')).toMatchObject([
      { id: 'generic-check-subprotocol', severity: 'warning' },
    ]);
  });

  it('that keeps every rule gets none', () => {
    expect(diagnose(switchedRecord([KEPT]), 'auto')).toEqual([]);
  });
});

describe('diagnose', () => {
  it('is silent about an attempt that is under way or was cancelled', () => {
    const record = refusedRecord(URL, 'HTTP/1.1 401 Unauthorized');
    expect(diagnose({ ...record, outcome: null }, 'auto')).toEqual([]);
    expect(diagnose({ ...record, outcome: { kind: 'cancelled', step: 'answer' } }, 'auto')).toEqual([]);
  });

  it('believes the answer before the choice, and says that they differ', () => {
    const answer =
      'HTTP/1.1 401 Unauthorized\n\n{"fault":{"faultstring":"Invalid ApiKey","detail":{"errorcode":"oauth.v2.InvalidApiKey"}}}';
    expect(diagnose(refusedRecord(URL, answer), 'aws')).toMatchObject([
      { id: 'apigee-key-unknown', gateway: 'apigee', severity: 'error' },
      {
        id: 'generic-other-gateway',
        severity: 'info',
        title: 'Google Apigee answered, where AWS API Gateway was expected.',
        evidence: [{ where: 'Recognised because', quote: 'the answer is an Apigee fault' }],
      },
    ]);
  });

  it('falls back to what the status says when the chosen gateway has nothing to say', () => {
    expect(diagnose(refusedRecord(URL, 'HTTP/1.1 404 Not Found'), 'ibm')).toMatchObject([
      { id: 'generic-not-found' },
    ]);
  });
});
