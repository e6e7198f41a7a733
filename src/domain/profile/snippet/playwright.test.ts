import { describe, expect, it } from 'vitest';
import { BARE, COMMON, FULL, secretField, sourceOf } from './testing/exampleSources.ts';
import { toSnippetRequest, type SnippetSource } from './toSnippetRequest.ts';
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

  it('tests what is expected, each by its own words', () => {
    const source = sourceOf({
      url: 'ws://127.0.0.1:8080/echo',
      expectations: [
        { id: '1', kind: 'opens', withinMs: 2_000 },
        { id: '2', kind: 'subprotocol', value: '' },
        { id: '3', kind: 'message', filter: 'welcome', withinMs: 1_500, after: '' },
        { id: '4', kind: 'closes', code: 1000, withinMs: 25_000 },
      ],
    });
    expect(writePlaywright(toSnippetRequest(source, false)).split('\n').slice(0, 57)).toEqual([
      '// npm install --save-dev @playwright/test ws',
      "import { once } from 'node:events';",
      "import WebSocket from 'ws';",
      "import { expect, test } from '@playwright/test';",
      '',
      '/** Polling looks at what came in time a little later, ms. */',
      'const GRACE_MS = 1_500;',
      '',
      '/** Times in ms. */',
      'interface Seen {',
      '  openedAt: number;',
      '  messages: Message[];',
      '  closedAt: number;',
      '  closeCode: number;',
      '}',
      '',
      'interface Message {',
      '  at: number;',
      '  text: string;',
      '}',
      '',
      "test('the endpoint does what is expected of it', async () => {",
      '  test.setTimeout(38_500);',
      '  const startedAt = performance.now();',
      "  const url = 'ws://127.0.0.1:8080/echo';",
      '  const socket = new WebSocket(url, {',
      '    handshakeTimeout: 2_000,',
      '  });',
      '  const seen: Seen = { openedAt: 0, messages: [], closedAt: Infinity, closeCode: 0 };',
      "  socket.on('open', () => {",
      '    seen.openedAt = performance.now();',
      '  });',
      "  socket.on('message', (data) => {",
      '    seen.messages.push({ at: performance.now(), text: String(data) });',
      '  });',
      "  socket.on('close', (code) => {",
      '    seen.closedAt = performance.now();',
      '    seen.closeCode = code;',
      '  });',
      "  await once(socket, 'open');",
      "  expect(seen.openedAt - startedAt, 'Opens within 2 s').toBeLessThanOrEqual(2_000);",
      "  expect(socket.protocol, 'Selects no subprotocol').toBe('');",
      '  await messageComes(() => seen, {',
      "    what: 'A message matches welcome within 1.5 s of the opening',",
      '    since: seen.openedAt,',
      '    withinMs: 1_500,',
      '    matches: ({ text }) => /welcome/i.test(text),',
      '  });',
      '  await expect',
      "    .poll(() => seen.closeCode, { message: 'Is closed with 1000 Normal Closure within 25 s', timeout: 25_000 + GRACE_MS })",
      '    .toBe(1000);',
      "  expect(seen.closedAt - seen.openedAt, 'Is closed with 1000 Normal Closure within 25 s').toBeLessThanOrEqual(25_000);",
      '  socket.close();',
      '});',
      '',
      'interface Expected {',
      '  what: string;',
    ]);
  });

  it('sends the saved message that another is expected after, once', () => {
    const hello = { name: 'hello', message: { kind: 'text', text: 'hello {token}' } } as const;
    const expectations = [
      { id: '1', kind: 'message', filter: 'hello', withinMs: 500, after: 'hello' },
    ] as const;
    const sendsOf = (message: SnippetSource['message'], transport: 'companion' | 'browser') => {
      const source = sourceOf({ url: 'ws://a.example/', expectations, transport }, {}, message, [hello]);
      const lines = writePlaywright(toSnippetRequest(source, false)).split('\n');
      return lines
        .filter((line) => /socket\.send|const sentAt|^ +since: .*,$/.test(line))
        .map((line) => line.trim());
    };
    expect(sendsOf(null, 'companion')).toEqual([
      'const sentAt = performance.now();',
      "socket.send('hello {token}');",
      'since: sentAt,',
    ]);
    expect(sendsOf(hello.message, 'companion')).toEqual(sendsOf(null, 'companion'));
    expect(sendsOf({ kind: 'text', text: 'first' }, 'browser')).toEqual([
      'socket.send(message1);',
      'socket.send(message2);',
      'since: openedAt,',
    ]);
  });

  it('tests the status of a refusal, and that nothing else is met by one', () => {
    const expectations = [
      { id: '1', kind: 'refused', status: 401 },
      { id: '2', kind: 'opens', withinMs: 2_000 },
    ] as const;
    const expectsOf = (transport: 'companion' | 'browser') =>
      writePlaywright(toSnippetRequest(sourceOf({ url: 'ws://a.example/', expectations, transport }), false))
        .split('\n')
        .filter((line) => line.startsWith('//') || line.includes('expect('));
    expect(expectsOf('companion')).toEqual([
      '// npm install --save-dev @playwright/test ws',
      "  expect(status, 'Is refused with 401').toBe(401);",
      "  expect(status, 'Opens within 2 s').toBe(101);",
    ]);
    expect(expectsOf('browser')).toEqual([
      '// A browser does not tell the status of a refusal. Any counts, and so does any other failure.',
      "  expect(outcome, 'Is refused with 401').toBe('refused');",
      "  expect(outcome, 'Opens within 2 s').toBe('open');",
    ]);
  });

  it('says of what it cannot test that it is left out, and shows no secret', () => {
    const expectations = [
      { id: '1', kind: 'message', filter: '$.id == 12345678901234567890', withinMs: 500, after: '' },
      { id: '2', kind: 'message', filter: 'k3y-0f-t3st', withinMs: 500, after: '' },
      { id: '3', kind: 'message', filter: 'hello', withinMs: 500, after: 'lost' },
      { id: '4', kind: 'message', filter: '(', withinMs: 500, after: '' },
    ] as const;
    const source = sourceOf(
      { url: 'ws://a.example/', expectations, parameters: [secretField('key', 's')] },
      { s: 'k3y-0f-t3st' },
    );
    const code = writePlaywright(toSnippetRequest(source, false));
    expect(code.split('\n').filter((line) => line.startsWith('//'))).toEqual([
      '// Expectation 1 of the profile is left out: JavaScript does not keep the number 12345678901234567890 as it is.',
      '// Expectation 2 of the profile is left out: it has a secret in it.',
      '// Expectation 3 of the profile is left out: “lost” cannot be written here.',
      '// Expectation 4 of the profile is left out: its expression cannot be read.',
    ]);
    expect(code).not.toContain('k3y-0f-t3st');
    expect(code).toContain("test('the endpoint opens'");
    expect(writePlaywright(toSnippetRequest(source, true))).toContain('/k3y-0f-t3st/i.test(text)');
  });
});
