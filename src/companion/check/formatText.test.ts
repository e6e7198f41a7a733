import { describe, expect, it } from 'vitest';
import { formatText, formatTotals } from './formatText.ts';
import { choosePaint, NO_PAINT, TERMINAL_PAINT } from './paint.ts';
import { OPEN_RESULT, REFUSED_RESULT } from './testing/results.ts';

describe('formatText', () => {
  it('shows a connection that opened', () => {
    expect(formatText(OPEN_RESULT, NO_PAINT, false)).toBe(
      `✓ wss://contoso.azure-api.net/chat?subscription-key=•••  open; expected reply after 12 ms
    gateway      Azure API Management
    address      203.0.113.7:443
    time         66 ms · DNS 2 ms · TCP 9 ms · TLS 21 ms · Request 0.4 ms · Answer 34 ms
    TLS          TLSv1.3 · CN=*.azure-api.net · trusted · 41 days left
    answer       HTTP/1.1 101 Switching Protocols
    subprotocol  json.webpubsub.azure.v1
    reply        {"type":"system"}`,
    );
  });

  it('shows a refusal, its body behind a bar, and what to do', () => {
    expect(formatText(REFUSED_RESULT, NO_PAINT, false)).toBe(
      `✗ Contoso <test>  refused: 401 Access Denied
    URL      wss://contoso.azure-api.net/chat?subscription-key=•••
    gateway  Azure API Management
    address  203.0.113.7:443
    time     66 ms · DNS 2 ms · TCP 9 ms · TLS 21 ms · Request 0.4 ms · Answer 34 ms
    answer   HTTP/1.1 401 Access Denied
    │ ::error::␛[31m<no key>

    error  The subscription key is missing.  [apim-missing-subscription-key]
      Status: 401 Access Denied
      → Add the query parameter subscription-key.
      documented, gateways.md 2.3`,
    );
  });

  it('shows everything when asked to', () => {
    const text = formatText(OPEN_RESULT, NO_PAINT, true);
    expect(text).toContain(`
    Addresses
    │ 203.0.113.7

    Certificates
    │ CN=*.azure-api.net
    │   issuer   CN=Example Authority
    │   names    DNS:*.azure-api.net
    │   valid    2026-10-01 00:00:00 UTC to 2027-01-02 13:00:00 UTC: 41 days left
    │   SHA-256  AB:CD

    Request
    │ GET /chat?subscription-key=••• HTTP/1.1
    │ Host: contoso.azure-api.net

    Response
    │ HTTP/1.1 101 Switching Protocols
    │ Upgrade: websocket

    Checks
    │ kept     The status is 101 Switching Protocols. Seen: HTTP/1.1 101 Switching Protocols (RFC 6455 section 4.1)`);
  });

  it('cuts a long body and says so', () => {
    const body = { text: 'line\n'.repeat(20), receivedBytes: 100, isTruncated: false };
    const lines = formatText({ ...REFUSED_RESULT, body }, NO_PAINT, false).split('\n');
    expect(lines.filter((line) => line === '    │ line')).toHaveLength(12);
    expect(lines).toContain('    │ … 8 more lines');
  });

  it('explains a failure that no finding speaks of', () => {
    const failure = {
      step: 'tcp',
      code: 'tcp-refused',
      message: 'Nothing listens.',
      advice: 'Check the port.',
      systemCode: 'ECONNREFUSED',
    } as const;
    const record = { ...OPEN_RESULT.record, outcome: { kind: 'failed', failure } as const };
    expect(formatText({ ...OPEN_RESULT, record }, NO_PAINT, false)).toMatch(
      /\n {4}Nothing listens\. \(ECONNREFUSED\)\n {6}→ Check the port\.$/,
    );
  });
});

it('formatTotals counts', () => {
  expect(formatTotals([OPEN_RESULT, REFUSED_RESULT], NO_PAINT)).toBe('2 checked: 1 as expected, 1 not');
});

describe('choosePaint', () => {
  it.each([
    [{ isTTY: true }, {}, TERMINAL_PAINT],
    [{ isTTY: true }, { NO_COLOR: '' }, TERMINAL_PAINT],
    [{ isTTY: true }, { NO_COLOR: '1' }, NO_PAINT],
    [{ isTTY: true }, { TERM: 'dumb' }, NO_PAINT],
    [{ isTTY: false }, {}, NO_PAINT],
    [{}, {}, NO_PAINT],
  ])('%j with %j', (stdout, environment, paint) => {
    expect(choosePaint(stdout, environment)).toBe(paint);
  });

  it('paints with what a terminal understands', () => {
    expect(formatTotals([OPEN_RESULT], TERMINAL_PAINT)).toBe(
      '\u001B[32m1 checked: 1 as expected, 0 not\u001B[39m',
    );
  });
});
