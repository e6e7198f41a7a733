import { expect, it } from 'vitest';
import { newProfile } from './newProfile.ts';
import { readPaste, type PastedEndpoint } from './readPaste.ts';
import { withPaste } from './withPaste.ts';

const PROFILE = newProfile('p', 0, {
  gateway: 'ibm',
  url: 'wss://old.example/',
  parameters: [{ id: 'a', name: 'old', value: { kind: 'text', text: '1' }, isEnabled: true }],
  headers: [{ id: 'b', name: 'X-Old', value: { kind: 'text', text: '1' }, isEnabled: true }],
  origin: 'https://old.example',
});

function endpointOf(text: string): PastedEndpoint {
  const reading = readPaste(text, () => 'new');
  if (reading.kind === 'problem') throw new Error(reading.message);
  return reading.endpoint;
}

it('replaces URL and parameters, and keeps what a URL does not say', () => {
  expect(withPaste(PROFILE, endpointOf('wss://new.example/p'))).toEqual({
    ...PROFILE,
    url: 'wss://new.example/p',
    parameters: [],
  });
});

it('takes headers, origin and options of a command line, and follows a URL that says its gateway', () => {
  const endpoint = endpointOf(
    'curl -k -H "X-New: 2" -H "Origin: https://new.example" https://c.azure-api.net/p',
  );
  expect(withPaste(PROFILE, endpoint)).toMatchObject({
    gateway: 'auto',
    headers: [{ name: 'X-New' }],
    origin: 'https://new.example',
    options: { offersCompression: true, tls: { verifiesCertificate: false } },
  });
});
