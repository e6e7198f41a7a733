import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE_OPTIONS } from '../newProfile.ts';
import { BARE, COMMON, FULL, sourceOf, textField } from './testing/exampleSources.ts';
import { toSnippetRequest } from './toSnippetRequest.ts';
import { writeCurl } from './curl.ts';

describe('writeCurl', () => {
  it('writes an endpoint that has nothing but its URL', () => {
    expect(writeCurl(toSnippetRequest(BARE, false)).split('\n')).toEqual([
      'curl \\',
      '  --include \\',
      '  --no-buffer \\',
      "  'ws://127.0.0.1:8080/echo'",
      '# curl 8.11 or newer. It prints what the server sends.',
      '# curl does not offer compression.',
      '',
    ]);
  });

  it('writes what most profiles have, a variable in place of the secret', () => {
    expect(writeCurl(toSnippetRequest(COMMON, false)).split('\n')).toEqual([
      'curl \\',
      '  --include \\',
      '  --no-buffer \\',
      '  "wss://contoso.azure-api.net/chat?subscription-key=${POSTERN_SUBSCRIPTION_KEY:?}&room=it%27s" \\',
      "  --header 'Sec-WebSocket-Protocol: json.webpubsub.azure.v1' \\",
      "  --header 'X-Tenant: contoso'",
      '# curl 8.11 or newer. It prints what the server sends.',
      '# curl does not offer compression.',
      '# The message is left out.',
      '',
    ]);
  });

  it('writes all that a profile can say, or that it is left out', () => {
    expect(writeCurl(toSnippetRequest(FULL, false)).split('\n')).toEqual([
      'curl \\',
      '  --include \\',
      '  --no-buffer \\',
      '  "wss://gateway.example/v1?apikey=${POSTERN_APIKEY:?}" \\',
      "  --header 'Sec-WebSocket-Protocol: chat, a b' \\",
      "  --header 'Origin: https://app.example' \\",
      '  --header "Authorization: ${POSTERN_AUTHORIZATION:?}" \\',
      "  --header 'X-Trace: 1' \\",
      "  --header 'x-trace: 2' \\",
      '  --cacert ca.pem \\',
      '  --cert client.pem \\',
      '  --key client-key.pem \\',
      '  --pass "${POSTERN_CLIENT_KEY_PASSPHRASE:?}" \\',
      '  --proxy "${POSTERN_PROXY_URL:?}" \\',
      '  --connect-timeout 6',
      '# curl 8.11 or newer. It prints what the server sends.',
      '# curl always asks for the certificate of the host in the URL. Left out: inner.example.',
      '# The message is left out.',
      '',
    ]);
  });

  it('writes a letter of a header as the one byte that goes out for it', () => {
    const headers = [textField('X-City', "it's Zürich")];
    expect(writeCurl(toSnippetRequest(sourceOf({ url: 'wss://a.example/', headers }), false))).toContain(
      String.raw`--header $'X-City: it\'s Z\xfcrich'`,
    );
  });

  it('has a proxy make a tunnel, which it makes by itself for TLS only', () => {
    const options = {
      ...DEFAULT_PROFILE_OPTIONS,
      proxy: { kind: 'url', url: { kind: 'text', text: 'http://proxy.example:8080' } },
    } as const;
    const codeOf = (url: string) => writeCurl(toSnippetRequest(sourceOf({ url, options }), false));
    expect(codeOf('ws://a.example/')).toContain("--proxy 'http://proxy.example:8080' \\\n  --proxytunnel\n");
    expect(codeOf('wss://a.example/')).not.toContain('--proxytunnel');
  });
});
