import { encodeBase64 } from '../../format/base64.ts';
import type {
  HandshakeCheck,
  HandshakeFailure,
  HandshakeRecord,
  HeaderField,
  UpgradeResponse,
} from '../../handshake/handshakeRecord.ts';

/** When every attempt of these records began: 2026-11-22 12:00:00 UTC. */
export const STARTED_AT = 1_795_348_800_000;

const EMPTY: HandshakeRecord = {
  madeBy: 'companion',
  url: 'wss://gateway.example.com/',
  startedAt: STARTED_AT,
  steps: [],
  addresses: [],
  remoteAddress: null,
  proxy: null,
  tls: null,
  request: null,
  firstByteMs: null,
  response: null,
  checks: [],
  outcome: null,
  endedMs: 34,
};

/** The record of an answer other than 101, written as on the wire: status line, headers, an empty line, the body. */
export function refusedRecord(
  url: string,
  answer: string,
  from: UpgradeResponse['from'] = 'target',
): HandshakeRecord {
  const [head = '', ...bodyParts] = answer.trim().split(/\n\n/);
  const [statusLine = '', ...headerLines] = head.split('\n');
  const [, status = '0', reason = ''] = /^HTTP\/1\.1 (\d{3}) ?(.*)$/.exec(statusLine) ?? [];
  const bytes = new TextEncoder().encode(bodyParts.join('\n\n'));
  return {
    ...EMPTY,
    url,
    response: {
      from,
      httpVersion: '1.1',
      status: Number(status),
      reason,
      headers: headerLines.map(toHeader),
      body: { base64: encodeBase64(bytes), receivedBytes: bytes.length, isTruncated: false },
    },
    outcome: { kind: 'refused', status: Number(status), reason },
  };
}

export function failedRecord(
  failure: Partial<HandshakeFailure>,
  fields: Partial<HandshakeRecord> = {},
): HandshakeRecord {
  return {
    ...EMPTY,
    ...fields,
    outcome: {
      kind: 'failed',
      failure: {
        step: 'tcp',
        code: 'tcp-refused',
        message: 'The port refused the connection.',
        advice: 'Check the port.',
        systemCode: null,
        ...failure,
      },
    },
  };
}

/** A 101 whose checks are these. */
export function switchedRecord(
  checks: readonly HandshakeCheck[],
  fields: Partial<HandshakeRecord> = {},
): HandshakeRecord {
  return {
    ...EMPTY,
    response: {
      from: 'target',
      httpVersion: '1.1',
      status: 101,
      reason: 'Switching Protocols',
      headers: [],
      body: null,
    },
    checks,
    outcome: { kind: 'open', subprotocol: null, extensions: null },
    ...fields,
  };
}

function toHeader(line: string): HeaderField {
  const colon = line.indexOf(':');
  return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
}
