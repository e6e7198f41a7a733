import { describe, expect, it } from 'vitest';
import { BARE, COMMON, FULL } from './testing/exampleSources.ts';
import { toSnippetRequest } from './toSnippetRequest.ts';
import { writeBrowser } from './browser.ts';

const LISTENING = [
  "socket.addEventListener('message', ({ data }) => console.log(data));",
  "socket.addEventListener('close', ({ code, reason, wasClean }) => {",
  "  console.log('closed', code, reason, wasClean);",
  '});',
];

describe('writeBrowser', () => {
  it('writes an endpoint that has nothing but its URL', () => {
    expect(writeBrowser(toSnippetRequest(BARE, false)).split('\n')).toEqual([
      "const url = 'ws://127.0.0.1:8080/echo';",
      'const socket = new WebSocket(url);',
      "socket.binaryType = 'arraybuffer';",
      '',
      "socket.addEventListener('open', () => {",
      "  console.log('open', socket.protocol);",
      '});',
      ...LISTENING,
      '',
    ]);
  });

  it('writes what most profiles have, a variable in place of the secret', () => {
    expect(writeBrowser(toSnippetRequest(COMMON, false)).split('\n')).toEqual([
      '// A browser cannot send headers of its own. Left out: X-Tenant.',
      '// A page has no environment: this asks for its secrets. Do not write them into a page.',
      "const POSTERN_SUBSCRIPTION_KEY = prompt('POSTERN_SUBSCRIPTION_KEY');",
      'const url = `wss://contoso.azure-api.net/chat?subscription-key=${POSTERN_SUBSCRIPTION_KEY}&room=it%27s`;',
      "const socket = new WebSocket(url, ['json.webpubsub.azure.v1']);",
      "socket.binaryType = 'arraybuffer';",
      '',
      "socket.addEventListener('open', () => {",
      "  console.log('open', socket.protocol);",
      '  socket.send(\'{"action":"echo","data":"it’s"}\');',
      '});',
      ...LISTENING,
      '',
    ]);
  });

  it('writes all that a profile can say, or that it is left out', () => {
    expect(writeBrowser(toSnippetRequest(FULL, false)).split('\n')).toEqual([
      '// A browser cannot send headers of its own. Left out: Authorization, X-Trace, x-trace.',
      '// A browser sends the origin of its page. Left out: https://app.example.',
      '// A browser refuses subprotocols that are not tokens or stand twice. Left out: a b.',
      '// A browser always offers compression.',
      '// A browser trusts only the authorities of its own store.',
      '// A browser presents only certificates that are installed in it.',
      '// A browser always asks for the certificate of the host in the URL. Left out: inner.example.',
      '// A browser cannot be told to use an HTTP proxy here.',
      '// A browser has no time limit for the opening handshake.',
      '// A page has no environment: this asks for its secrets. Do not write them into a page.',
      "const POSTERN_APIKEY = prompt('POSTERN_APIKEY');",
      'const url = `wss://gateway.example/v1?apikey=${POSTERN_APIKEY}`;',
      "const socket = new WebSocket(url, ['chat']);",
      "socket.binaryType = 'arraybuffer';",
      '',
      "socket.addEventListener('open', () => {",
      "  console.log('open', socket.protocol);",
      "  socket.send(Uint8Array.from(atob('AP8Q'), (character) => character.charCodeAt(0)));",
      '});',
      ...LISTENING,
      '',
    ]);
  });
});
