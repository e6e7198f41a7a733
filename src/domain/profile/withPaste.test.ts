import { describe, expect, it } from 'vitest';
import { newProfile } from './newProfile.ts';
import type { Field } from './profile.ts';
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

const names = (fields: readonly Field[]) => fields.map(({ name }) => name);

describe('withPaste', () => {
  it('keeps what a URL of the same host does not say', () => {
    expect(withPaste(PROFILE, endpointOf('wss://old.example/p'))).toEqual({
      ...PROFILE,
      url: 'wss://old.example/p',
    });
  });

  it('takes the parameters of a URL in place of the old ones', () => {
    expect(names(withPaste(PROFILE, endpointOf('wss://old.example/?room=7')).parameters)).toEqual(['room']);
  });

  it('lets no parameter, header or Origin follow to another host', () => {
    expect(withPaste(PROFILE, endpointOf('wss://new.example/p'))).toEqual({
      ...PROFILE,
      url: 'wss://new.example/p',
      parameters: [],
      headers: [],
      origin: '',
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
});
