import { describe, expect, it } from 'vitest';
import type { HandshakeCheck } from '../../handshake/handshakeRecord.ts';
import { loadAnswerReader } from '../answerReader.ts';
import { failedRecord, refusedRecord, switchedRecord } from '../testing/handshakeRecords.ts';

const { diagnose } = await loadAnswerReader();

const URL = 'wss://gateway.example.com/org/sandbox/websocket-test';

function envelope(status: string, body: string): string {
  return `HTTP/1.1 ${status}\nContent-Type: application/json\nx-global-transaction-id: 1a2b\n\n${body}`;
}

/** gateways.md 7b, as written there, and the rest of 6.4. */
const ROWS: readonly [answer: string, id: string][] = [
  [
    envelope(
      '401 Unauthorized',
      '{"httpCode":"401","httpMessage":"Unauthorized","moreInformation":"Invalid client id or secret."}',
    ),
    'ibm-invalid-client',
  ],
  [
    envelope(
      '401 Unauthorized',
      '{"httpCode":"401","httpMessage":"Unauthorized","moreInformation":"Client id not registered."}',
    ),
    'ibm-client-unknown',
  ],
  [
    envelope(
      '403 Forbidden',
      '{"httpCode":"403","httpMessage":"Forbidden","moreInformation":"Not registered to plan"}',
    ),
    'ibm-no-plan',
  ],
  [
    envelope(
      '404 Not Found',
      '{"httpCode":"404","httpMessage":"Not Found","moreInformation":"API not found for requested URI"}',
    ),
    'ibm-api-not-found',
  ],
  [
    envelope(
      '404 Not Found',
      '{"httpCode":"404","httpMessage":"Not Found","moreInformation":"No resources match requested URI"}',
    ),
    'ibm-path-not-found',
  ],
  [
    envelope(
      '405 Method Not Allowed',
      '{"httpCode":"405","httpMessage":"Method Not Allowed","moreInformation":"The method is not allowed for the requested URL"}',
    ),
    'ibm-method',
  ],
  [
    envelope(
      '429 Too Many Requests',
      '{ "httpCode":"429", "httpMessage":"Too Many Requests", "moreInformation":"Rate Limit exceeded" }',
    ),
    'ibm-rate-limit',
  ],
  [
    envelope(
      '500 Internal Server Error',
      '{"httpCode":"500","httpMessage":"Internal Server Error","moreInformation":"Failed to establish a backside connection"}',
    ),
    'ibm-backend-failed',
  ],
  [
    envelope(
      '500 Internal Server Error',
      '{"httpCode":"500","httpMessage":"Internal Server Error","moreInformation":"Internal Error"}',
    ),
    'ibm-internal',
  ],
  [
    envelope(
      '403 Forbidden',
      '{"httpCode":"403","httpMessage":"Forbidden","moreInformation":"Something else"}',
    ),
    'ibm-refused',
  ],
  [
    'HTTP/1.1 401 Unauthorized\nContent-Type: application/xml\n\n<errorResponse><httpCode>401</httpCode><httpMessage>Unauthorized</httpMessage><moreInformation>Invalid client id or secret.</moreInformation></errorResponse>',
    'ibm-invalid-client',
  ],
];

function check(id: HandshakeCheck['id'], verdict: HandshakeCheck['verdict']): HandshakeCheck {
  return { id, verdict, rule: `The rule of ${id}.`, seen: `What ${id} said.`, source: 'RFC 6455' };
}

describe('IBM API Connect', () => {
  it.each(ROWS)('diagnoses %s', (answer, id) => {
    expect(diagnose(refusedRecord(URL, answer), 'auto')).toMatchObject([
      { id, gateway: 'ibm', confidence: 'observed', severity: 'error' },
    ]);
  });

  it('quotes the transaction id', () => {
    const answer = envelope(
      '401 Unauthorized',
      '{"httpCode":"401","moreInformation":"Invalid client id or secret."}',
    );
    expect(diagnose(refusedRecord(URL, answer), 'auto')[0]?.evidence[1]).toEqual({
      where: 'x-global-transaction-id',
      quote: '1a2b',
    });
  });

  it('takes 200 for a front handler without upgrade, where API Connect was chosen (row 22)', () => {
    const answer = 'HTTP/1.1 200 OK\nContent-Type: text/html\n\n<html></html>';
    expect(diagnose(refusedRecord(URL, answer), 'ibm')).toMatchObject([
      { id: 'front-static-site' },
      { id: 'ibm-upgrade-not-enabled', confidence: 'documented', source: 'gateways.md 7 row 22' },
    ]);
  });

  it('takes an incomplete 101 for a GatewayScript’s', () => {
    const record = switchedRecord([
      check('status-101', 'kept'),
      check('upgrade', 'broken'),
      check('accept', 'kept'),
    ]);
    expect(diagnose(record, 'ibm')).toMatchObject([
      {
        id: 'ibm-hand-written-101',
        confidence: 'inferred',
        evidence: [{ where: 'The rule of upgrade.', quote: 'What upgrade said.' }],
      },
    ]);
  });

  it('knows that its certificates are often self-signed', () => {
    const record = failedRecord({
      step: 'tls',
      code: 'tls-untrusted',
      systemCode: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(diagnose(record, 'ibm')).toMatchObject([
      { id: 'ibm-self-signed', evidence: [{ where: 'TLS', quote: 'DEPTH_ZERO_SELF_SIGNED_CERT' }] },
    ]);
  });
});
