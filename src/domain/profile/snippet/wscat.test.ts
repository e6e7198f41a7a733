import { describe, expect, it } from 'vitest';
import { BARE, COMMON, FULL } from './testing/exampleSources.ts';
import { toSnippetRequest } from './toSnippetRequest.ts';
import { writeWscat } from './wscat.ts';

describe('writeWscat', () => {
  it('writes an endpoint that has nothing but its URL', () => {
    expect(writeWscat(toSnippetRequest(BARE, false)).split('\n')).toEqual([
      "wscat --connect 'ws://127.0.0.1:8080/echo'",
      '',
    ]);
  });

  it('writes what most profiles have, a variable in place of the secret', () => {
    expect(writeWscat(toSnippetRequest(COMMON, false)).split('\n')).toEqual([
      'wscat \\',
      '  --connect "wss://contoso.azure-api.net/chat?subscription-key=${POSTERN_SUBSCRIPTION_KEY:?}&room=it%27s" \\',
      "  --subprotocol 'json.webpubsub.azure.v1' \\",
      "  --header 'X-Tenant: contoso' \\",
      '  --execute \'{"action":"echo","data":"it’s"}\' \\',
      '  --wait -1',
      '',
    ]);
  });

  it('writes all that a profile can say, or that it is left out', () => {
    expect(writeWscat(toSnippetRequest(FULL, false)).split('\n')).toEqual([
      'wscat \\',
      '  --connect "wss://gateway.example/v1?apikey=${POSTERN_APIKEY:?}" \\',
      "  --subprotocol 'chat' \\",
      '  --header "Authorization: ${POSTERN_AUTHORIZATION:?}" \\',
      "  --header 'X-Trace: 1, 2' \\",
      "  --origin 'https://app.example' \\",
      '  --ca ca.pem \\',
      '  --cert client.pem \\',
      '  --key client-key.pem \\',
      '  --passphrase "${POSTERN_CLIENT_KEY_PASSPHRASE:?}" \\',
      '  --proxy "${POSTERN_PROXY_URL:?}"',
      '# wscat refuses subprotocols that are not tokens or stand twice. Left out: a b.',
      '# wscat always offers compression.',
      '# wscat always asks for the certificate of the host in the URL. Left out: inner.example.',
      '# wscat has no time limit for the opening handshake.',
      '# wscat sends text only. The message is left out.',
      '',
    ]);
  });
});
