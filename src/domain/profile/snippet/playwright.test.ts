import { describe, expect, it } from 'vitest';
import { BARE, COMMON, FULL } from './testing/exampleSources.ts';
import { toSnippetRequest } from './toSnippetRequest.ts';
import { writePlaywright } from './playwright.ts';

const SECRET = [
  'function secret(name: string): string {',
  '  const value = process.env[name];',
  '  if (!value) throw new Error(`Set the environment variable ${name}.`);',
  '  return value;',
  '}',
];

describe('writePlaywright', () => {
  it('writes an endpoint that has nothing but its URL', () => {
    expect(writePlaywright(toSnippetRequest(BARE, false)).split('\n')).toEqual([
      "import { expect, test } from '@playwright/test';",
      '',
      'const endpoint = {',
      "  url: 'ws://127.0.0.1:8080/echo',",
      '  subprotocols: [],',
      '};',
      '',
      "test('the endpoint opens', async ({ page }) => {",
      '  const subprotocol = await page.evaluate(',
      '    ({ url, subprotocols }) =>',
      '      new Promise<string>((resolve, reject) => {',
      '        const socket = new WebSocket(url, subprotocols);',
      "        socket.addEventListener('open', () => resolve(socket.protocol));",
      "        socket.addEventListener('close', ({ code, reason }) => {",
      '          reject(new Error(`closed ${code} ${reason}`));',
      '        });',
      '      }),',
      '    endpoint,',
      '  );',
      "  expect(subprotocol).toBe('');",
      '});',
      '',
    ]);
  });

  it('writes what most profiles have, a variable in place of the secret', () => {
    expect(writePlaywright(toSnippetRequest(COMMON, false)).split('\n')).toEqual([
      '// npm install --save-dev @playwright/test ws',
      '// ws opens the connection, since a browser cannot send all that it takes.',
      "import { once } from 'node:events';",
      "import WebSocket from 'ws';",
      "import { expect, test } from '@playwright/test';",
      '',
      "test('the endpoint opens and answers', async () => {",
      "  const url = `wss://contoso.azure-api.net/chat?subscription-key=${secret('POSTERN_SUBSCRIPTION_KEY')}&room=it%27s`;",
      "  const socket = new WebSocket(url, ['json.webpubsub.azure.v1'], {",
      '    headers: {',
      "      'X-Tenant': 'contoso',",
      '    },',
      '    handshakeTimeout: 55_000,',
      '  });',
      "  await once(socket, 'open');",
      '  socket.send(\'{"action":"echo","data":"it’s"}\');',
      "  const [answer] = await once(socket, 'message');",
      "  expect(String(answer)).not.toBe('');",
      '  socket.close();',
      '});',
      '',
      ...SECRET,
      '',
    ]);
  });

  it('writes all that a profile can say, or that it is left out', () => {
    expect(writePlaywright(toSnippetRequest(FULL, false)).split('\n')).toEqual([
      '// npm install --save-dev @playwright/test ws https-proxy-agent',
      '// ws opens the connection, since a browser cannot send all that it takes.',
      '// ws refuses subprotocols that are not tokens or stand twice. Left out: a b.',
      "import { once } from 'node:events';",
      "import { readFileSync } from 'node:fs';",
      "import { rootCertificates } from 'node:tls';",
      "import { HttpsProxyAgent } from 'https-proxy-agent';",
      "import WebSocket from 'ws';",
      "import { expect, test } from '@playwright/test';",
      '',
      "test('the endpoint opens and answers', async () => {",
      "  const url = `wss://gateway.example/v1?apikey=${secret('POSTERN_APIKEY')}`;",
      "  const socket = new WebSocket(url, ['chat'], {",
      '    headers: {',
      "      'Authorization': secret('POSTERN_AUTHORIZATION'),",
      "      'X-Trace': '1, 2',",
      '    },',
      "    origin: 'https://app.example',",
      "    ca: [...rootCertificates, readFileSync('ca.pem')],",
      "    cert: readFileSync('client.pem'),",
      "    key: readFileSync('client-key.pem'),",
      "    passphrase: secret('POSTERN_CLIENT_KEY_PASSPHRASE'),",
      "    servername: 'inner.example',",
      "    agent: new HttpsProxyAgent(secret('POSTERN_PROXY_URL')),",
      '    perMessageDeflate: false,',
      '    handshakeTimeout: 10_500,',
      '  });',
      "  await once(socket, 'open');",
      "  socket.send(Buffer.from('AP8Q', 'base64'));",
      "  const [answer] = await once(socket, 'message');",
      "  expect(String(answer)).not.toBe('');",
      '  socket.close();',
      '});',
      '',
      ...SECRET,
      '',
    ]);
  });

  it('keeps to the browser where the profile does', () => {
    const request = { ...COMMON.request, transport: 'browser' } as const;
    expect(writePlaywright(toSnippetRequest({ ...COMMON, request }, false)).split('\n')).toEqual([
      '// A browser cannot send headers of its own. Left out: X-Tenant.',
      "import { expect, test } from '@playwright/test';",
      '',
      'const endpoint = {',
      "  url: `wss://contoso.azure-api.net/chat?subscription-key=${secret('POSTERN_SUBSCRIPTION_KEY')}&room=it%27s`,",
      "  subprotocols: ['json.webpubsub.azure.v1'],",
      `  message: '{"action":"echo","data":"it’s"}',`,
      '};',
      '',
      "test('the endpoint opens and answers', async ({ page }) => {",
      '  const answer = await page.evaluate(',
      '    ({ url, subprotocols, message }) =>',
      '      new Promise<string>((resolve, reject) => {',
      '        const socket = new WebSocket(url, subprotocols);',
      "        socket.addEventListener('open', () => socket.send(message));",
      "        socket.addEventListener('message', ({ data }) => resolve(String(data)));",
      "        socket.addEventListener('close', ({ code, reason }) => {",
      '          reject(new Error(`closed ${code} ${reason}`));',
      '        });',
      '      }),',
      '    endpoint,',
      '  );',
      "  expect(answer).not.toBe('');",
      '});',
      '',
      ...SECRET,
      '',
    ]);
  });
});
