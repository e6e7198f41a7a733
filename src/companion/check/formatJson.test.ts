import { expect, it } from 'vitest';
import { formatJson } from './formatJson.ts';
import { OPEN_RESULT, REFUSED_RESULT } from './testing/results.ts';

it('formatJson makes one document of all checks', () => {
  const document: unknown = JSON.parse(formatJson([OPEN_RESULT, REFUSED_RESULT]));
  expect(document).toEqual({
    format: 'postern-check',
    version: 1,
    passed: false,
    checks: [
      {
        name: OPEN_RESULT.record.url,
        url: OPEN_RESULT.record.url,
        passed: true,
        summary: 'open; expected reply after 12 ms',
        expectedStatus: 101,
        gateway: { id: 'apim', name: 'Azure API Management' },
        findings: [],
        exchange: OPEN_RESULT.exchange,
        expectations: [],
        record: OPEN_RESULT.record,
      },
      {
        name: 'Contoso <test>',
        url: REFUSED_RESULT.record.url,
        passed: false,
        summary: 'refused: 401 Access Denied',
        expectedStatus: 101,
        gateway: { id: 'apim', name: 'Azure API Management' },
        findings: REFUSED_RESULT.findings,
        exchange: null,
        expectations: [],
        record: {
          ...REFUSED_RESULT.record,
          response: { ...REFUSED_RESULT.record.response, body: REFUSED_RESULT.body },
        },
      },
    ],
  });
});
