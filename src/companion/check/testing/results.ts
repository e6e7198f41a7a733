import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import type { CheckResult } from '../checkResult.ts';

const RECORD: HandshakeRecord = {
  madeBy: 'companion',
  url: 'wss://contoso.azure-api.net/chat?subscription-key=•••',
  startedAt: Date.UTC(2026, 10, 22, 12),
  steps: [
    { step: 'dns', startMs: 0, endMs: 2, limitMs: 5_000 },
    { step: 'tcp', startMs: 2, endMs: 11, limitMs: 10_000 },
    { step: 'tls', startMs: 11, endMs: 32, limitMs: 10_000 },
    { step: 'request', startMs: 32, endMs: 32.4, limitMs: 10_000 },
    { step: 'answer', startMs: 32.4, endMs: 66, limitMs: 30_000 },
  ],
  addresses: [{ address: '203.0.113.7', family: 4 }],
  remoteAddress: '203.0.113.7:443',
  proxy: null,
  tls: {
    version: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    alpn: 'http/1.1',
    serverName: 'contoso.azure-api.net',
    chain: [
      {
        subject: 'CN=*.azure-api.net',
        issuer: 'CN=Example Authority',
        names: ['DNS:*.azure-api.net'],
        validFrom: Date.UTC(2026, 9, 1),
        validTo: Date.UTC(2027, 0, 2, 13),
        fingerprint: 'AB:CD',
        serialNumber: '01',
        isSelfSigned: false,
      },
    ],
    trust: { kind: 'trusted' },
  },
  request: {
    requestLine: 'GET /chat?subscription-key=••• HTTP/1.1',
    headers: [{ name: 'Host', value: 'contoso.azure-api.net' }],
  },
  firstByteMs: 66,
  response: {
    from: 'target',
    httpVersion: '1.1',
    status: 101,
    reason: 'Switching Protocols',
    headers: [{ name: 'Upgrade', value: 'websocket' }],
    body: null,
  },
  checks: [
    {
      id: 'status-101',
      verdict: 'kept',
      rule: 'The status is 101 Switching Protocols.',
      seen: 'HTTP/1.1 101 Switching Protocols',
      source: 'RFC 6455 section 4.1',
    },
  ],
  outcome: { kind: 'open', subprotocol: 'json.webpubsub.azure.v1', extensions: null },
  endedMs: 66,
};

export const OPEN_RESULT: CheckResult = {
  name: null,
  isPassed: true,
  summary: 'open; expected reply after 12 ms',
  expectedStatus: 101,
  gateway: 'apim',
  record: RECORD,
  body: null,
  findings: [],
  exchange: {
    result: 'replied',
    receivedCount: 1,
    received: [{ text: '{"type":"system"}', byteLength: 17 }],
    reply: { text: '{"type":"system"}', byteLength: 17 },
    afterMs: 12,
    ending: null,
  },
  expectations: [],
};

/** A refusal whose server tries the terminal, the build server and the XML. */
export const REFUSED_RESULT: CheckResult = {
  name: 'Contoso <test>',
  isPassed: false,
  summary: 'refused: 401 Access Denied',
  expectedStatus: 101,
  gateway: 'apim',
  record: {
    ...RECORD,
    tls: null,
    response: {
      from: 'target',
      httpVersion: '1.1',
      status: 401,
      reason: 'Access Denied',
      headers: [{ name: 'Content-Type', value: 'text/plain' }],
      body: null,
    },
    outcome: { kind: 'refused', status: 401, reason: 'Access Denied' },
  },
  body: { text: '::error::\u001B[31m<no key>\n\n', receivedBytes: 20, isTruncated: false },
  findings: [
    {
      id: 'apim-missing-subscription-key',
      gateway: 'apim',
      severity: 'error',
      title: 'The subscription key is missing.',
      evidence: [{ where: 'Status', quote: '401 Access Denied' }],
      confidence: 'documented',
      fixes: ['Add the query parameter subscription-key.'],
      source: 'gateways.md 2.3',
    },
  ],
  exchange: null,
  expectations: [],
};
