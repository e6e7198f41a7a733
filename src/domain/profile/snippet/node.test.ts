import { describe, expect, it } from 'vitest';
import { BARE, COMMON, FULL } from './testing/exampleSources.ts';
import { toSnippetRequest } from './toSnippetRequest.ts';
import { writeNode } from './node.ts';

const LISTENING = [
  "socket.on('message', (data, isBinary) => console.log(isBinary ? data : data.toString()));",
  "socket.on('close', (code, reason) => console.log('closed', code, reason.toString()));",
  "socket.on('error', (error) => console.error(error.message));",
];

const SECRET = [
  'function secret(name) {',
  '  const value = process.env[name];',
  '  if (!value) throw new Error(`Set the environment variable ${name}.`);',
  '  return value;',
  '}',
];

describe('writeNode', () => {
  it('writes an endpoint that has nothing but its URL', () => {
    expect(writeNode(toSnippetRequest(BARE, false)).split('\n')).toEqual([
      '// npm install ws',
      "import WebSocket from 'ws';",
      '',
      "const url = 'ws://127.0.0.1:8080/echo';",
      'const socket = new WebSocket(url, {',
      '  handshakeTimeout: 55_000,',
      '});',
      '',
      "socket.on('open', () => {",
      "  console.log('open', socket.protocol);",
      '});',
      ...LISTENING,
      '',
    ]);
  });

  it('writes what most profiles have, a variable in place of the secret', () => {
    expect(writeNode(toSnippetRequest(COMMON, false)).split('\n')).toEqual([
      '// npm install ws',
      "import WebSocket from 'ws';",
      '',
      "const url = `wss://contoso.azure-api.net/chat?subscription-key=${secret('POSTERN_SUBSCRIPTION_KEY')}&room=it%27s`;",
      "const socket = new WebSocket(url, ['json.webpubsub.azure.v1'], {",
      '  headers: {',
      "    'X-Tenant': 'contoso',",
      '  },',
      '  handshakeTimeout: 55_000,',
      '});',
      '',
      "socket.on('open', () => {",
      "  console.log('open', socket.protocol);",
      '  socket.send(\'{"action":"echo","data":"it’s"}\');',
      '});',
      ...LISTENING,
      '',
      ...SECRET,
      '',
    ]);
  });

  it('writes all that a profile can say, or that it is left out', () => {
    expect(writeNode(toSnippetRequest(FULL, false)).split('\n')).toEqual([
      '// npm install ws https-proxy-agent',
      '// ws refuses subprotocols that are not tokens or stand twice. Left out: a b.',
      "import { readFileSync } from 'node:fs';",
      "import { rootCertificates } from 'node:tls';",
      "import { HttpsProxyAgent } from 'https-proxy-agent';",
      "import WebSocket from 'ws';",
      '',
      "const url = `wss://gateway.example/v1?apikey=${secret('POSTERN_APIKEY')}`;",
      "const socket = new WebSocket(url, ['chat'], {",
      '  headers: {',
      "    'Authorization': secret('POSTERN_AUTHORIZATION'),",
      "    'X-Trace': '1, 2',",
      '  },',
      "  origin: 'https://app.example',",
      "  ca: [...rootCertificates, readFileSync('ca.pem')],",
      "  cert: readFileSync('client.pem'),",
      "  key: readFileSync('client-key.pem'),",
      "  passphrase: secret('POSTERN_CLIENT_KEY_PASSPHRASE'),",
      "  servername: 'inner.example',",
      "  agent: new HttpsProxyAgent(secret('POSTERN_PROXY_URL')),",
      '  perMessageDeflate: false,',
      '  handshakeTimeout: 10_500,',
      '});',
      '',
      "socket.on('open', () => {",
      "  console.log('open', socket.protocol);",
      "  socket.send(Buffer.from('AP8Q', 'base64'));",
      '});',
      ...LISTENING,
      '',
      ...SECRET,
      '',
    ]);
  });
});
