import { describe, expect, it } from 'vitest';
import { newProfile } from '../newProfile.ts';
import { TOKEN_SOURCE } from '../testing/tokenSource.ts';
import { filledWay, secretVariablesOf } from './secretVariables.ts';

const VALUES: Readonly<Record<string, { text: string; isSecret: boolean }>> = {
  host: { text: 'gateway.example.com', isSecret: false },
  bearer: { text: 'Bearer {{token}}', isSecret: false },
  token: { text: 't0ken', isSecret: true },
  key: { text: 'k3y', isSecret: true },
  unset: { text: '', isSecret: true },
};
const lookup = (name: string) => VALUES[name] ?? null;

describe('secretVariablesOf', () => {
  it('names those in every place, each once, and those within other variables', () => {
    const profile = newProfile('p', 0, {
      url: 'wss://{{host}}/?key={{key}}',
      headers: [
        { id: 'a', name: 'Authorization', value: { kind: 'text', text: '{{bearer}}' }, isEnabled: true },
        { id: 'b', name: 'X-Key', value: { kind: 'secret', secretId: 's' }, isEnabled: true },
      ],
    });
    expect(secretVariablesOf(profile, { s: '{{key}}' }, lookup)).toEqual(['key', 'token']);
  });

  it('names those of saved messages and of where a token comes from', () => {
    const message = {
      id: 'm',
      name: 'Login',
      mode: 'json',
      binaryEncoding: 'hex',
      text: '{"key":"{{key}}"}',
    } as const;
    expect(secretVariablesOf(newProfile('p', 0, { messages: [message] }), {}, lookup)).toEqual(['key']);
    const tokenSource = { ...TOKEN_SOURCE, scope: '{{token}}' };
    expect(secretVariablesOf(newProfile('p', 0, { tokenSource }), {}, lookup)).toEqual(['token']);
  });

  it('names none that is no secret, has no value, or does not exist', () => {
    const profile = newProfile('p', 0, { url: 'wss://{{host}}/{{unset}}/{{nowhere}}' });
    expect(secretVariablesOf(profile, {}, lookup)).toEqual([]);
  });
});

describe('filledWay', () => {
  const wayTo = (url: string) => filledWay(newProfile('p', 0, { url }), lookup).way;

  it('tells hosts apart, also those that variables name, and no paths', () => {
    expect(wayTo('wss://{{host}}/a')).toBe(wayTo('wss://gateway.example.com/b'));
    expect(wayTo('wss://{{host}}/a')).not.toBe(wayTo('wss://gateway.example.com:8443/a'));
  });

  it('has no secret in it, even of a host that is made of one', () => {
    const { url, way } = filledWay(newProfile('p', 0, { url: 'wss://{{token}}.example.com/' }), lookup);
    expect(url).toBe('wss://{{token}}.example.com/');
    expect(way).not.toContain('t0ken');
  });

  it('is another one where the token comes from elsewhere', () => {
    const from = (url: string) =>
      filledWay(newProfile('p', 0, { tokenSource: { ...TOKEN_SOURCE, url } }), lookup).way;
    expect(from('https://{{host}}/token')).toBe(from('https://gateway.example.com/token'));
    expect(from('https://{{host}}/token')).not.toBe(from('https://evil.example.com/token'));
  });
});
