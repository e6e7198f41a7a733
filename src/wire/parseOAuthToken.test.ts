import { describe, expect, it } from 'vitest';
import { parseOAuthTokenAnswer, parseOAuthTokenRequest } from './parseOAuthToken.ts';

const REQUEST = {
  url: 'https://login.example.com/oauth/token',
  clientId: 'postern',
  clientSecret: 'very-secret',
  authentication: 'basic',
  scope: '',
  audience: '',
  parameters: [{ name: 'resource', value: 'r' }],
  caPem: '',
  proxy: { kind: 'environment' },
} as const;

describe('parseOAuthTokenRequest', () => {
  it('reads a request', () => {
    expect(parseOAuthTokenRequest(REQUEST)).toEqual({ ok: true, value: REQUEST });
  });

  it.each([
    [{ ...REQUEST, authentication: 'very-secret' }, 'authentication'],
    [{ ...REQUEST, clientSecret: ['very-secret'] }, 'clientSecret'],
    [{ ...REQUEST, clientSecret: 'very-secret'.repeat(10_000) }, 'clientSecret'],
    [{ ...REQUEST, parameters: Array.from({ length: 101 }, () => REQUEST.parameters[0]) }, 'parameters'],
    ['very-secret', 'The message'],
  ])('names what is wrong and quotes none of it', (input, place) => {
    const parsed = parseOAuthTokenRequest(input);
    expect(parsed.ok ? '' : parsed.message).toContain(place);
    expect(JSON.stringify(parsed)).not.toContain('very-secret');
  });
});

describe('parseOAuthTokenAnswer', () => {
  it.each([
    { kind: 'token', token: { accessToken: 'a', tokenType: 'Bearer', expiresIn: 60, scope: null } },
    { kind: 'refused', refusal: { status: 401, error: 'invalid_client', description: '' } },
    { kind: 'failed', code: 'dns-not-found', message: 'No such name.' },
  ])('reads $kind', (answer) => {
    expect(parseOAuthTokenAnswer(answer)).toEqual({ ok: true, value: answer });
  });

  it('reads nothing else', () => {
    expect(parseOAuthTokenAnswer({ kind: 'token', token: 'abc' })).toMatchObject({ ok: false });
  });
});
