import { describe, expect, it } from 'vitest';
import {
  HANDSHAKE_FAILURE_CODES,
  type Certificate,
  type HandshakeCheck,
} from '../../handshake/handshakeRecord.ts';
import { loadAnswerReader } from '../answerReader.ts';
import { failedRecord, refusedRecord, switchedRecord } from '../testing/handshakeRecords.ts';

const { diagnose } = await loadAnswerReader();

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
    ['505 HTTP Version Not Supported', 'generic-http-version'],
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
      'https://new.example/',
      'Use wss://new.example/ if that is the API’s new place.',
    ],
  ])('says where a redirect from %s to %s leads', (url, location, fix) => {
    const [finding] = diagnose(
      refusedRecord(url, `HTTP/1.1 301 Moved Permanently\nLocation: ${location}`),
      'auto',
    );
    expect(finding?.fixes[0]?.text).toBe(fix);
    expect(finding?.evidence).toContainEqual({ where: 'Location', quote: location });
  });

  it('quotes where a redirect leads without its query, which repeats credentials', () => {
    const answer = 'HTTP/1.1 302 Found\nLocation: https://login.example/?from=/chat&apikey=k1';
    expect(diagnose(refusedRecord(URL, answer), 'auto')[0]?.evidence).toContainEqual({
      where: 'Location',
      quote: 'https://login.example/?…',
    });
  });

  it.each([
    ['426 Upgrade Required\nSec-WebSocket-Version: 8, 7', 'generic-other-version'],
    ['400 Bad Request\nsec-websocket-version: 8', 'generic-other-version'],
    ['400 Bad Request\nSec-WebSocket-Version: 13, 8', 'generic-version-lost'],
    ['426 Upgrade Required\nSec-WebSocket-Version: 13', 'generic-version-lost'],
    ['426 Upgrade Required\nUpgrade: websocket', 'generic-upgrade-required'],
  ])('knows the versions that a server names: %j is %s', (answer, id) => {
    expect(diagnose(refusedRecord(URL, `HTTP/1.1 ${answer}`), 'auto').map((finding) => finding.id)).toEqual([
      id,
    ]);
  });

  it('knows headers that were too long by nginx’s own 400', () => {
    const answer =
      'HTTP/1.1 400 Bad Request\nContent-Type: text/html\n\n<center>Request Header Or Cookie Too Large</center>';
    expect(diagnose(refusedRecord(URL, answer), 'auto')[0]?.id).toBe('generic-too-long');
  });

  it('is laid on the forward proxy when that answered, whatever gateway was meant', () => {
    const record = refusedRecord('wss://svc.azure-api.net/wsapi', 'HTTP/1.1 403 Forbidden', 'proxy');
    expect(diagnose(record, 'auto')).toMatchObject([{ id: 'generic-proxy-refused', gateway: 'generic' }]);
  });
});

describe('an attempt without an answer', () => {
  it('says what happened in plain words, quotes the message of whoever made it, and what to do', () => {
    const record = failedRecord(
      {
        step: 'dns',
        code: 'dns-not-found',
        message: 'The name host.example does not exist in DNS.',
        systemCode: 'ENOTFOUND',
      },
      { url: URL },
    );
    expect(diagnose(record, 'auto')).toEqual([
      {
        id: 'generic-dns-not-found',
        gateway: 'generic',
        severity: 'error',
        title: 'The host’s name does not exist in DNS.',
        evidence: [
          { where: 'Step', quote: 'dns: ENOTFOUND' },
          { where: 'Seen', quote: 'The name host.example does not exist in DNS.' },
        ],
        confidence: 'observed',
        fixes: [
          {
            text: 'Check the spelling of host.example; a gateway that was deleted, or whose id is mistyped, has no name either.',
            action: null,
          },
          { text: 'A private name needs your VPN, or the company’s name servers.', action: null },
        ],
        source: 'the attempt itself',
      },
    ]);
  });

  it.each(HANDSHAKE_FAILURE_CODES)('of the code %s has one finding of its own, with what to do', (code) => {
    const findings = diagnose(failedRecord({ code }, { url: URL }), 'auto');
    expect(findings).toMatchObject([{ id: `generic-${code}`, severity: 'error' }]);
    expect(findings[0]?.fixes.length).toBeGreaterThan(0);
  });

  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'generic-tls-self-signed'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'generic-tls-unknown-authority'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'generic-tls-unknown-authority'],
    ['UNABLE_TO_GET_ISSUER_CERT', 'generic-tls-incomplete-chain'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'generic-tls-incomplete-chain'],
    ['CERT_REVOKED', 'generic-tls-revoked'],
    ['INVALID_PURPOSE', 'generic-tls-wrong-purpose'],
    ['INVALID_CA', 'generic-tls-wrong-purpose'],
    ['CERT_SIGNATURE_FAILURE', 'generic-tls-untrusted'],
    [null, 'generic-tls-untrusted'],
  ])('over a certificate that is refused with %s is %s', (systemCode, id) => {
    const record = failedRecord({ step: 'tls', code: 'tls-untrusted', systemCode });
    expect(diagnose(record, 'auto').map((finding) => finding.id)).toEqual([id]);
  });

  it.each([
    [
      'one certificate that signed itself',
      [true],
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'generic-tls-self-signed',
    ],
    ['the leaf alone', [false], 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'generic-tls-leaf-alone'],
    [
      'the leaf alone, by another code',
      [false],
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'generic-tls-leaf-alone',
    ],
    ['the leaf alone, revoked', [false], 'CERT_REVOKED', 'generic-tls-revoked'],
    [
      'leaf and intermediate',
      [false, false],
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'generic-tls-unknown-authority',
    ],
  ])('over a chain of %s believes the chain', (_, selfSigned, systemCode, id) => {
    const chain = selfSigned.map((isSelfSigned): Certificate => ({
      subject: 'CN=host.example',
      issuer: isSelfSigned ? 'CN=host.example' : 'CN=Example Authority',
      names: ['DNS:host.example'],
      validFrom: 0,
      validTo: 2_000_000_000_000,
      fingerprint: 'AA:BB',
      serialNumber: '01',
      isSelfSigned,
    }));
    const tls = {
      version: 'TLSv1.3',
      cipher: 'TLS_AES_256_GCM_SHA384',
      alpn: null,
      serverName: 'host.example',
      chain,
      trust: { kind: 'untrusted', code: systemCode, message: '', isAccepted: false },
    } as const;
    const record = failedRecord({ step: 'tls', code: 'tls-untrusted', systemCode }, { tls });
    expect(diagnose(record, 'auto')).toMatchObject([{ id }]);
  });

  it.each([
    ['tls-not-tls', { kind: 'set-scheme', scheme: 'ws' }],
    ['answer-tls-expected', { kind: 'set-scheme', scheme: 'wss' }],
    ['answer-timeout', { kind: 'allow-more-time', limit: 'answerMs' }],
    ['proxy-refused', { kind: 'bypass-proxy' }],
    ['tls-expired', { kind: 'accept-any-certificate' }],
  ] as const)('%s can be answered by a change to the profile', (code, action) => {
    const [finding] = diagnose(failedRecord({ code }), 'auto');
    expect(finding?.fixes.map((fix) => fix.action)).toContainEqual(action);
  });

  it.each([
    ['apigee', 30_000, 'apigee-answer-timeout'],
    ['ibm', 60_000, 'ibm-answer-timeout'],
    ['apigee', 60_000, 'generic-answer-timeout'],
    ['aws', 30_000, 'generic-answer-timeout'],
  ] as const)('at %s in silence for %i ms is %s, and more time can be had', (chosen, limitMs, id) => {
    const steps = [{ step: 'answer', startMs: 0, endMs: null, limitMs }] as const;
    const [finding] = diagnose(failedRecord({ step: 'answer', code: 'answer-timeout' }, { steps }), chosen);
    expect(finding?.id).toBe(id);
    expect(finding?.fixes.map((fix) => fix.action)).toContainEqual({
      kind: 'allow-more-time',
      limit: 'answerMs',
    });
  });

  it('sends the person to the companion when a browser hides why', () => {
    const record = failedRecord({ code: 'browser-hidden' }, { madeBy: 'browser' });
    expect(diagnose(record, 'aws')).toMatchObject([
      {
        id: 'generic-browser-hidden',
        fixes: [{ action: { kind: 'switch-transport', transport: 'companion' } }, {}, {}],
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
    expect(diagnose(refusedRecord(URL, 'HTTP/1.1 302 Found'), 'ibm')).toMatchObject([
      { id: 'generic-redirect' },
    ]);
  });
});
