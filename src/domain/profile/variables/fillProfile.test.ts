import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE_OPTIONS, newProfile } from '../newProfile.ts';
import type { TokenSource } from '../profile.ts';
import { resolveProfile } from '../resolveProfile.ts';
import { TOKEN_SOURCE } from '../testing/tokenSource.ts';
import { fillProfile, fillTokenSource } from './fillProfile.ts';

const VALUES: Readonly<Record<string, { text: string; isSecret: boolean }>> = {
  host: { text: 'gateway.example.com', isSecret: false },
  name: { text: 'apikey', isSecret: false },
  key: { text: 'k/1', isSecret: true },
  protocol: { text: 'chat', isSecret: false },
};
const lookup = (name: string) => VALUES[name] ?? null;

const PROFILE = newProfile('p', 1, {
  url: 'wss://{{host}}/echo',
  parameters: [
    { id: 'a', name: '{{name}}', value: { kind: 'text', text: '{{key}}' }, isEnabled: true },
    { id: 'b', name: 'off', value: { kind: 'text', text: '{{nowhere}}' }, isEnabled: false },
  ],
  headers: [
    { id: 'c', name: 'X-Host', value: { kind: 'text', text: '{{host}}:443' }, isEnabled: true },
    { id: 'd', name: 'Authorization', value: { kind: 'secret', secretId: 's' }, isEnabled: true },
  ],
  subprotocols: [{ id: 'e', value: '{{protocol}}', isEnabled: true }],
  origin: 'https://{{host}}',
});

describe('fillProfile', () => {
  it('fills in every place that is sent, and what is a secret stays one', () => {
    const { profile, secrets, problems } = fillProfile(PROFILE, { s: 'Bearer {{key}}' }, lookup);
    expect(problems).toEqual([]);
    expect(profile.parameters).toEqual([
      {
        id: 'a',
        name: 'apikey',
        value: { kind: 'secret', secretId: 'filled:a' },
        isEnabled: true,
      },
      PROFILE.parameters[1],
    ]);
    expect(secrets).toEqual({ s: 'Bearer k/1', 'filled:a': 'k/1' });
    const resolved = resolveProfile(profile, secrets);
    expect(resolved).toMatchObject({
      ok: true,
      request: {
        url: 'wss://gateway.example.com/echo?apikey=k/1',
        headers: [
          { name: 'X-Host', value: 'gateway.example.com:443' },
          { name: 'Authorization', value: 'Bearer k/1' },
        ],
        subprotocols: ['chat'],
        origin: 'https://gateway.example.com',
      },
    });
  });

  it('says of each variable without a value where it stands', () => {
    const profile = newProfile('p', 1, {
      url: 'wss://{{a}}/{{b}}',
      headers: [{ id: 'h', name: 'X', value: { kind: 'text', text: '{{c}}' }, isEnabled: true }],
      options: {
        ...DEFAULT_PROFILE_OPTIONS,
        proxy: { kind: 'url', url: { kind: 'text', text: 'http://{{d}}' } },
      },
    });
    const message = (name: string) =>
      `{{${name}}} has no value: give it one under Variables, or choose another environment.`;
    expect(fillProfile(profile, {}, lookup).problems).toEqual([
      { at: 'url', fieldId: null, message: message('a') },
      { at: 'url', fieldId: null, message: message('b') },
      { at: 'headers', fieldId: 'h', message: message('c') },
      { at: 'options', fieldId: 'proxy', message: message('d') },
    ]);
  });

  it('gives back the very profile that has no variable', () => {
    const profile = newProfile('p', 1, { url: 'wss://example.com/{{' });
    const secrets = { s: 'x' };
    const filled = fillProfile(profile, secrets, lookup);
    expect(filled.profile).toBe(profile);
    expect(filled.secrets).toBe(secrets);
  });
});

describe('fillTokenSource', () => {
  it('fills in what is sent to the token endpoint, and says what has no value', () => {
    const source: TokenSource = {
      ...TOKEN_SOURCE,
      url: 'https://{{host}}/token',
      clientId: '{{client}}',
      clientSecret: { kind: 'text', text: '{{key}}' },
    };
    const filled = fillTokenSource(source, {}, lookup);
    expect(filled.source).toEqual({
      ...source,
      url: 'https://gateway.example.com/token',
      clientSecret: { kind: 'secret', secretId: 'filled:token:secret' },
    });
    expect(filled.secrets).toEqual({ 'filled:token:secret': 'k/1' });
    expect(filled.problems).toMatchObject([
      { message: '{{client}} has no value: give it one under Variables, or choose another environment.' },
    ]);
  });
});
