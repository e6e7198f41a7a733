import { describe, expect, it } from 'vitest';
import type { OAuthTokenRequest } from '#domain/token/oauthToken.ts';
import { findSecretIn } from '../testing/findSecretIn.ts';
import { issue } from '../testing/certificates.ts';
import { serve } from '../testing/serve.ts';
import { serveTokenEndpoint, type TokenReply } from '../testing/serveTokenEndpoint.ts';
import { fetchOAuthToken, type FetchTokenOptions } from './fetchOAuthToken.ts';

const SECRET = 's3cr&t of+the client';

function requestFor(url: string, fields: Partial<OAuthTokenRequest> = {}): OAuthTokenRequest {
  return {
    url,
    clientId: 'postern',
    clientSecret: SECRET,
    authentication: 'basic',
    scope: '',
    audience: '',
    parameters: [],
    caPem: '',
    proxy: { kind: 'none' },
    ...fields,
  };
}

function fetchToken(request: OAuthTokenRequest, options: Partial<FetchTokenOptions> = {}) {
  return fetchOAuthToken(request, {
    signal: new AbortController().signal,
    policy: () => null,
    userAgent: 'Postern/test',
    ...options,
  });
}

const TOKEN: TokenReply = { body: { access_token: 'abc', token_type: 'Bearer', expires_in: 3599 } };

describe('fetchOAuthToken', () => {
  it('posts a client credentials grant, with the form-encoded client in the header', async () => {
    const endpoint = await serveTokenEndpoint(() => TOKEN);
    expect(await fetchToken(requestFor(endpoint.url))).toEqual({
      kind: 'token',
      token: { accessToken: 'abc', tokenType: 'Bearer', expiresIn: 3599, scope: null },
    });
    expect(endpoint.calls).toEqual([
      {
        method: 'POST',
        path: '/oauth/token',
        basic: 'postern:s3cr%26t+of%2Bthe+client',
        form: { grant_type: 'client_credentials' },
      },
    ]);
  });

  it('sends client, scope, audience and other parameters in the body where that is asked', async () => {
    const endpoint = await serveTokenEndpoint(() => TOKEN);
    await fetchToken(
      requestFor(endpoint.url, {
        authentication: 'body',
        scope: 'a b',
        audience: 'https://api.example.com',
        parameters: [{ name: 'resource', value: 'r' }],
      }),
    );
    expect(endpoint.calls[0]).toMatchObject({
      basic: null,
      form: {
        grant_type: 'client_credentials',
        scope: 'a b',
        audience: 'https://api.example.com',
        client_id: 'postern',
        client_secret: SECRET,
        resource: 'r',
      },
    });
  });

  it('reads a lifetime that is written as text, and does without one', async () => {
    const apigee = await serveTokenEndpoint(() => ({ body: { access_token: 'x', expires_in: '1799' } }));
    expect(await fetchToken(requestFor(apigee.url))).toMatchObject({ token: { expiresIn: 1799 } });
    const bare = await serveTokenEndpoint(() => ({ body: { access_token: 'x' } }));
    expect(await fetchToken(requestFor(bare.url))).toMatchObject({ token: { expiresIn: null } });
  });

  it.each([
    [{ status: 401, body: { error: 'invalid_client', error_description: 'No.' } }, 'invalid_client', 'No.'],
    [
      { status: 401, body: { ErrorCode: 'invalid_client', Error: 'ClientId is Invalid' } },
      'invalid_client',
      'ClientId is Invalid',
    ],
    [{ status: 500, body: { fault: { faultstring: 'It broke' } } }, null, 'It broke'],
    [{ status: 200, body: '<html>Sign in</html>' }, null, '(text/html)'],
    [{ status: 200, body: { token: 'elsewhere' } }, null, ''],
  ])('passes on a refusal: %j', async (reply, error, description) => {
    const endpoint = await serveTokenEndpoint(() => reply);
    expect(await fetchToken(requestFor(endpoint.url))).toEqual({
      kind: 'refused',
      refusal: { status: reply.status, error, description },
    });
  });

  it('passes on no secret that the endpoint quotes, in whatever form', async () => {
    const endpoint = await serveTokenEndpoint(({ form }) => ({
      status: 400,
      body: {
        error: 'invalid_client',
        error_description: `not ${form['client_secret']}, ${new URLSearchParams(form).toString()}, ${encodeURIComponent(SECRET)}, ${Buffer.from(`id=${SECRET}`).toString('base64')}, ${JSON.stringify(SECRET)}`,
      },
    }));
    const answer = await fetchToken(requestFor(endpoint.url, { authentication: 'body' }));
    expect(JSON.stringify(answer)).toContain('not •••, ');
    expect(findSecretIn(JSON.stringify(answer), SECRET)).toEqual([]);
    expect(JSON.stringify(answer)).not.toMatch(/s3cr/);
  });

  it('follows no redirect', async () => {
    const other = await serveTokenEndpoint(() => TOKEN);
    const endpoint = await serveTokenEndpoint(() => ({
      status: 307,
      headers: { location: other.url },
      body: '',
    }));
    expect(await fetchToken(requestFor(endpoint.url))).toMatchObject({
      kind: 'refused',
      refusal: { status: 307 },
    });
    expect(other.calls).toEqual([]);
  });

  it('takes no token from an answer that goes on for ever', async () => {
    const endpoint = await serveTokenEndpoint(() => ({
      body: { access_token: 'abc', filler: 'x'.repeat(100_000) },
    }));
    expect(await fetchToken(requestFor(endpoint.url))).toMatchObject({
      kind: 'refused',
      refusal: { status: 200, error: null },
    });
  });

  it('gives up when no answer comes in time', async () => {
    const endpoint = await serveTokenEndpoint(() => 'silence');
    const answer = await fetchToken(requestFor(endpoint.url), { answerMs: 60 });
    expect(answer).toMatchObject({ kind: 'failed', code: 'answer-timeout' });
  });

  it('stops with its caller', async () => {
    const caller = new AbortController();
    const endpoint = await serveTokenEndpoint(() => {
      caller.abort();
      return 'silence';
    });
    const answer = await fetchToken(requestFor(endpoint.url), { signal: caller.signal });
    expect(answer).toMatchObject({ kind: 'failed', code: 'cancelled' });
  });

  it('dials nothing that the target policy forbids', async () => {
    const endpoint = await serveTokenEndpoint(() => TOKEN);
    const answer = await fetchToken(requestFor(endpoint.url), { policy: () => 'Not this one.' });
    expect(answer).toMatchObject({ kind: 'failed', code: 'target-forbidden' });
    expect(endpoint.calls).toEqual([]);
  });

  it('trusts the authority that it is given, and nobody without one', async () => {
    const identity = await issue();
    const tls = { cert: identity.certificatePem, key: identity.keyPem };
    const endpoint = await serveTokenEndpoint(() => TOKEN, tls);
    const untrusted = await fetchToken(requestFor(endpoint.url));
    expect(untrusted).toMatchObject({
      kind: 'failed',
      code: 'tls-untrusted',
      message: expect.stringContaining('A token request always verifies') as string,
    });
    expect(endpoint.calls).toEqual([]);
    const trusted = await fetchToken(requestFor(endpoint.url, { caPem: identity.certificatePem }));
    expect(trusted).toMatchObject({ kind: 'token' });
  });

  it('quotes nothing of a server that sends the request back', async () => {
    const echo = await serve((socket) => socket.pipe(socket));
    const answer = await fetchToken(
      requestFor(`http://127.0.0.1:${echo.port}/`, { clientSecret: 'echoed-secret', authentication: 'body' }),
    );
    expect(answer).toMatchObject({ kind: 'failed', code: 'answer-not-http' });
    expect(JSON.stringify(answer)).not.toContain('echoed-secret');
  });

  it.each(['ftp://login.example.com/', 'login.example.com', 'https://', 'https://a b/'])(
    'refuses %s as an address',
    async (url) => {
      expect(await fetchToken(requestFor(url))).toMatchObject({ kind: 'failed', code: 'request-invalid' });
    },
  );
});
