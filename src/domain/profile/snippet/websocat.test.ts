import { describe, expect, it } from 'vitest';
import { BARE, COMMON, FULL, KEPT_ALIVE } from './testing/exampleSources.ts';
import { toSnippetRequest } from './toSnippetRequest.ts';
import { writeWebsocat } from './websocat.ts';

describe('writeWebsocat', () => {
  it('writes an endpoint that has nothing but its URL', () => {
    expect(writeWebsocat(toSnippetRequest(BARE, false)).split('\n')).toEqual([
      "websocat 'ws://127.0.0.1:8080/echo'",
      '# websocat 1 does not offer compression.',
      '',
    ]);
  });

  it('has pings sent as often as the profile does', () => {
    expect(writeWebsocat(toSnippetRequest(KEPT_ALIVE, false)).split('\n')).toContain('  --ping-interval=45');
  });

  it('writes what most profiles have, a variable in place of the secret', () => {
    expect(writeWebsocat(toSnippetRequest(COMMON, false)).split('\n')).toEqual([
      'websocat \\',
      '  "wss://contoso.azure-api.net/chat?subscription-key=${POSTERN_SUBSCRIPTION_KEY:?}&room=it%27s" \\',
      "  --protocol 'json.webpubsub.azure.v1' \\",
      "  --header='X-Tenant: contoso' \\",
      '  --no-close \\',
      '  --linemode-strip-newlines \\',
      '  <<< \'{"action":"echo","data":"it’s"}\'',
      '# websocat 1 does not offer compression.',
      '',
    ]);
  });

  it('writes all that a profile can say, or that it is left out', () => {
    expect(writeWebsocat(toSnippetRequest(FULL, false)).split('\n')).toEqual([
      'SSL_CERT_FILE=ca.pem websocat \\',
      '  "wss://gateway.example/v1?apikey=${POSTERN_APIKEY:?}" \\',
      "  --protocol 'chat, a b' \\",
      "  --origin 'https://app.example' \\",
      '  --client-pkcs12-der client.p12 \\',
      '  --client-pkcs12-passwd "${POSTERN_CLIENT_KEY_PASSPHRASE:?}" \\',
      '  --header="Authorization: ${POSTERN_AUTHORIZATION:?}" \\',
      "  --header='X-Trace: 1' \\",
      "  --header='x-trace: 2'",
      '# websocat 1 always asks for the certificate of the host in the URL. Left out: inner.example.',
      '# websocat 1 cannot be told to use an HTTP proxy here.',
      '# websocat 1 has no time limit for the opening handshake.',
      '# client.p12 is made with: openssl pkcs12 -export -in client.pem -inkey client-key.pem -out client.p12',
      '# websocat sends a line as a message. The message has several or is binary, and is left out.',
      '',
    ]);
  });
});
