import { describe, expect, it } from 'vitest';
import { readPaste } from '#domain/profile/readPaste.ts';
import { importSummary } from './importSummary.ts';

function endpointOf(text: string) {
  let count = 0;
  const reading = readPaste(text, () => `id-${(count += 1)}`);
  if (reading.kind === 'problem') throw new Error(reading.message);
  return reading.endpoint;
}

describe('importSummary', () => {
  it('names what was found and shows no secret', () => {
    const endpoint = endpointOf(
      'wscat -c "wss://contoso.azure-api.net/echo?subscription-key=0123456789abcdef&user=ada" -H "X-Trace: 1" -s json',
    );
    expect(importSummary(endpoint)).toEqual([
      'wss://contoso.azure-api.net/echo',
      'Azure API Management',
      'Query parameters: subscription-key, user',
      'Headers: X-Trace',
      'Subprotocols: json',
      'One value is kept as a secret.',
    ]);
  });

  it('is the URL alone when there is no more', () => {
    expect(importSummary(endpointOf('wss://example.com/'))).toEqual(['wss://example.com/']);
  });
});
