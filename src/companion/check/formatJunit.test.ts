import { expect, it } from 'vitest';
import { formatJunit } from './formatJunit.ts';
import { OPEN_RESULT, REFUSED_RESULT } from './testing/results.ts';

it('formatJunit writes a test case for each check', () => {
  const passed = { ...OPEN_RESULT, exchange: null, summary: 'open' };
  expect(formatJunit([passed, REFUSED_RESULT])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="postern check" tests="2" failures="1" errors="0" skipped="0" time="0.132">
  <testsuite name="postern check" tests="2" failures="1" errors="0" skipped="0" time="0.132">
    <testcase classname="postern.check" name="wss://contoso.azure-api.net/chat?subscription-key=•••" time="0.066">
      <system-out>✓ wss://contoso.azure-api.net/chat?subscription-key=•••  open
    gateway      Azure API Management
    address      203.0.113.7:443
    time         66 ms · DNS 2 ms · TCP 9 ms · TLS 21 ms · Request 0.4 ms · Answer 34 ms
    TLS          TLSv1.3 · CN=*.azure-api.net · trusted · 41 days left
    answer       HTTP/1.1 101 Switching Protocols
    subprotocol  json.webpubsub.azure.v1</system-out>
    </testcase>
    <testcase classname="postern.check" name="Contoso &lt;test&gt;" time="0.066">
      <failure type="apim-missing-subscription-key" message="refused: 401 Access Denied">✗ Contoso &lt;test&gt;  refused: 401 Access Denied
    URL      wss://contoso.azure-api.net/chat?subscription-key=•••
    gateway  Azure API Management
    address  203.0.113.7:443
    time     66 ms · DNS 2 ms · TCP 9 ms · TLS 21 ms · Request 0.4 ms · Answer 34 ms
    answer   HTTP/1.1 401 Access Denied
    │ ::error::␛[31m&lt;no key&gt;

    error  The subscription key is missing.  [apim-missing-subscription-key]
      Status: 401 Access Denied
      → Add the query parameter subscription-key.
      documented, gateways.md 2.3</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
});

it('formatJunit replaces what XML cannot hold', () => {
  const name = 'a\u0000b\uFFFEc\uD800d\u{1F600}';
  expect(formatJunit([{ ...REFUSED_RESULT, name }])).toContain('name="a\uFFFDb\uFFFDc\uFFFDd\u{1F600}"');
});
