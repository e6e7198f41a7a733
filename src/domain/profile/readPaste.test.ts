import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newProfile } from './newProfile.ts';
import { readFieldValue } from './fieldValue.ts';
import { readPaste, type PastedEndpoint } from './readPaste.ts';
import { resolveProfile } from './resolveProfile.ts';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1c2VyMSJ9.c2lnbmF0dXJl';

function countingIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `id${last}`;
  };
}

function endpointOf(text: string): PastedEndpoint {
  const reading = readPaste(text, countingIds());
  if (reading.kind === 'problem') throw new Error(reading.message);
  return reading.endpoint;
}

function resolvedUrl(text: string): string | null {
  const { url, parameters, secrets } = endpointOf(text);
  const resolved = resolveProfile(newProfile('p', 0, { url, parameters }), secrets);
  return resolved.ok ? resolved.request.url : null;
}

/** Fields as `name: value`, secrets in brackets. */
function shown(fields: PastedEndpoint['headers'], { secrets }: PastedEndpoint): readonly string[] {
  return fields.map(({ name, value }) => {
    const text = readFieldValue(value, secrets);
    return value.kind === 'secret' ? `${name}: [${text}]` : `${name}: ${text}`;
  });
}

describe('readPaste of a URL with variables', () => {
  it.each([
    ['wss://{{host}}/chat?apikey={{key}}&room=a', 'wss://{{host}}/chat', ['apikey: {{key}}', 'room: a']],
    ['{{base}}/chat?apikey={{ key }}', '{{base}}/chat', ['apikey: {{ key }}']],
    ['wss://example.com:{{port}}/', 'wss://example.com:{{port}}/', []],
  ])('leaves them in %s as they are written', (text, url, parameters) => {
    const endpoint = endpointOf(text);
    expect(endpoint.url).toBe(url);
    expect(shown(endpoint.parameters, endpoint)).toEqual(parameters);
    expect(endpoint.notes).toEqual([]);
  });
});

describe('readPaste of a URL', () => {
  it('moves the query to fields, credentials as secrets', () => {
    const endpoint = endpointOf(
      `wss://contoso.azure-api.net/client/hubs/chat?subscription-key=abc&access_token=${JWT}&room=two%20words`,
    );
    expect(endpoint.url).toBe('wss://contoso.azure-api.net/client/hubs/chat');
    expect(endpoint.gateway).toBe('apim');
    expect(shown(endpoint.parameters, endpoint)).toEqual([
      'subscription-key: [abc]',
      `access_token: [${JWT}]`,
      'room: two words',
    ]);
    expect(endpoint.notes).toEqual([]);
  });

  it.each([
    [
      'https://host.example/p',
      'wss://host.example/p',
      'https:// was changed to wss://: the same host and port, for WebSocket.',
    ],
    [
      'HTTP://host.example/p',
      'ws://host.example/p',
      'http:// was changed to ws://: the same host and port, for WebSocket.',
    ],
    ['host.example/p', 'wss://host.example/p', 'wss:// was added. Write ws:// for a server without TLS.'],
    ['gateway:8443/p', 'wss://gateway:8443/p', 'wss:// was added. Write ws:// for a server without TLS.'],
    [
      'localhost:4111/p',
      'ws://localhost:4111/p',
      'ws:// was added, since the host is this machine. Write wss:// for TLS.',
    ],
    [
      'wss://host.example/p#top',
      'wss://host.example/p',
      'The part from # on was left out: a WebSocket URL has no fragment.',
    ],
  ])('reads %s as %s and says so', (text, url, note) => {
    expect(endpointOf(text)).toMatchObject({ url, notes: [note] });
  });

  it.each([
    '  wss://host.example/p \n',
    '"wss://host.example/p",',
    "'wss://host.example/p';",
    '`wss://host.example/p`',
    '<wss://host.example/p>',
    '“wss://host.example/p”',
    'wss://host.\n  example/p',
  ])('takes %j out of what surrounds it', (text) => {
    expect(endpointOf(text)).toMatchObject({ url: 'wss://host.example/p', notes: [] });
  });

  it('moves a user name and password to an Authorization header', () => {
    const endpoint = endpointOf('wss://user:p%40ss@host.example/p');
    expect(endpoint.url).toBe('wss://host.example/p');
    expect(shown(endpoint.headers, endpoint)).toEqual(['Authorization: [Basic dXNlcjpwQHNz]']);
    expect(endpoint.notes).toEqual([
      'The user name and password were moved from the URL to an Authorization header.',
    ]);
  });

  it.each([
    ['', 'There is nothing to read: paste a URL or a command line.'],
    ['hello there', 'This is neither a URL nor a command line of wscat, websocat or curl.'],
    ['ftp://host.example/', 'ftp:// is not a WebSocket scheme: the URL begins with wss:// or ws://.'],
    ['wss://', 'The URL has no host: write it after the scheme.'],
    ['https:///path', 'The URL has no host: write it after the scheme.'],
    ['wss://host.example:99999/', 'This is not a URL that can be dialled: check the host and the port.'],
  ])('takes nothing from “%s”', (text, message) => {
    expect(readPaste(text, countingIds())).toEqual({ kind: 'problem', message });
  });

  it.each([
    'wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/dev?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261122%2Feu-west-1%2Fexecute-api%2Faws4_request&X-Amz-Date=20261122T120000Z&X-Amz-Expires=60&X-Amz-Security-Token=a%2Bb%2Fc%3D%3D&X-Amz-SignedHeaders=host&X-Amz-Signature=0f1e2d3c',
    'wss://host.example/p?key=c2VjcmV0==&plus=a+b&flag&empty=&=v&x=%2541%C3%A9%c3%a9',
    'wss://host.example/p/%7Eme?q=it%27s',
  ])('gives %s back byte for byte', (url) => {
    expect(resolvedUrl(url)).toBe(url);
  });

  it('gives every valid URL back', () => {
    const part = fc.stringMatching(/^(?:[!$(-;=?-~]|%[0-9A-Fa-f]{2})+$/);
    const path = fc.stringMatching(/^(?:[\w~!$&()*+,;=:@-]|%2F|%20)*$/);
    fc.assert(
      fc.property(
        fc.constantFrom('ws', 'wss'),
        fc.domain(),
        path,
        fc.array(part),
        (scheme, host, path, parts) => {
          const query = parts.length === 0 ? '' : `?${parts.join('&')}`;
          const url = new URL(`${scheme}://${host}/${path}${query}`).href;
          expect(resolvedUrl(url)).toBe(url);
        },
      ),
    );
  });

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(['endpoint', 'problem']).toContain(readPaste(text, countingIds()).kind);
        expect(['endpoint', 'problem']).toContain(readPaste(`curl ${text}`, countingIds()).kind);
      }),
    );
  });
});

describe('readPaste of a command line', () => {
  it('reads wscat', () => {
    const endpoint = endpointOf(
      `$ wscat -n -c "wss://host.example/p?apikey=k1" -H "Authorization: Bearer abc" --header X-Tenant:contoso \\
        -s chat -s superchat -o https://app.example --ca ca.pem --passphrase pw -x '{"a":1}' -P`,
    );
    expect(endpoint.url).toBe('wss://host.example/p');
    expect(shown(endpoint.parameters, endpoint)).toEqual(['apikey: [k1]']);
    expect(shown(endpoint.headers, endpoint)).toEqual(['Authorization: [Bearer abc]', 'X-Tenant: contoso']);
    expect(endpoint.subprotocols.map(({ value }) => value)).toEqual(['chat', 'superchat']);
    expect(endpoint.origin).toBe('https://app.example');
    expect(endpoint.options.tls?.verifiesCertificate).toBe(false);
    expect(endpoint.options.tls?.clientKeyPassphrase.kind).toBe('secret');
    expect(Object.values(endpoint.secrets)).toContain('pw');
    expect(endpoint.notes).toEqual([
      '--ca was left out: this page cannot read files by name. Choose the file under Options, Certificate authorities.',
      '-x was left out: send it from the composer once the connection is open.',
    ]);
  });

  it.each([
    ['wscat -c host.example/p', 'ws://host.example/p'],
    ['npx -y wscat@6 --connect=wss://host.example/p', 'wss://host.example/p'],
    ['wscat -cwss://host.example/p', 'wss://host.example/p'],
    ['TOKEN=x websocat -vk wss://host.example/p', 'wss://host.example/p'],
    ['/usr/bin/curl -isSN https://host.example/p', 'wss://host.example/p'],
    ['curl.exe --url "https://host.example/p"', 'wss://host.example/p'],
    ['wscat -c wss://host.example/curl', 'wss://host.example/curl'],
  ])('finds the URL in %s', (text, url) => {
    expect(endpointOf(text).url).toBe(url);
  });

  it('takes a URL that ends like a tool for a URL', () => {
    expect(endpointOf('wss://host.example/curl').url).toBe('wss://host.example/curl');
  });

  it('reads websocat', () => {
    const endpoint = endpointOf(
      `websocat -k --protocol json.webpubsub.azure.v1 --origin https://app.example -H='X-IBM-Client-Id: abc' --basic-auth user:pass wss://host.example/p - | jq .`,
    );
    expect(shown(endpoint.headers, endpoint)).toEqual([
      'X-IBM-Client-Id: [abc]',
      'Authorization: [Basic dXNlcjpwYXNz]',
    ]);
    expect(endpoint.subprotocols.map(({ value }) => value)).toEqual(['json.webpubsub.azure.v1']);
    expect(endpoint.options.tls?.verifiesCertificate).toBe(false);
    expect(endpoint.notes).toEqual(['“| jq .” was left out: it is not part of the websocat command.']);
  });

  it('reads what a browser copies as cURL, less the headers of the handshake', () => {
    const endpoint = endpointOf(`curl 'wss://host.example/p?access_token=${JWT}' \\
  -H 'Upgrade: websocket' \\
  -H 'Origin: https://app.example' \\
  -H 'Connection: Upgrade' \\
  -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' \\
  -H 'Sec-WebSocket-Version: 13' \\
  -H 'Sec-WebSocket-Protocol: chat, superchat' \\
  -b 'session=abc' \\
  -H $'X-Quote: it\\'s'`);
    expect(endpoint.url).toBe('wss://host.example/p');
    expect(shown(endpoint.headers, endpoint)).toEqual(['Cookie: [session=abc]', "X-Quote: it's"]);
    expect(endpoint.origin).toBe('https://app.example');
    expect(endpoint.subprotocols.map(({ value }) => value)).toEqual(['chat', 'superchat']);
    expect(endpoint.notes).toEqual([]);
  });

  it('reads what a browser copies as cURL for Windows', () => {
    const endpoint = endpointOf(
      'curl ^"wss://host.example/p?a=1^&apikey=k1^" ^\r\n  -H ^"X-Tenant: contoso^" ^\r\n  --insecure',
    );
    expect(endpoint.url).toBe('wss://host.example/p');
    expect(shown(endpoint.parameters, endpoint)).toEqual(['a: 1', 'apikey: [k1]']);
    expect(shown(endpoint.headers, endpoint)).toEqual(['X-Tenant: contoso']);
    expect(endpoint.options.tls?.verifiesCertificate).toBe(false);
  });

  it.each([
    ['in single quotes', String.raw`curl wss://host.example/ -H 'X-Pattern: ^"a'`, '^"a'],
    ['behind an escaped quote', String.raw`curl wss://host.example/ -H 'X-Pattern: it'\''s ^"a'`, `it's ^"a`],
    ['in double quotes', String.raw`curl wss://host.example/ -H "X-Pattern: ^\"a"`, '^"a'],
    ['at the end of a double-quoted text', 'curl wss://host.example/ -H "X-Pattern: a^"', 'a^'],
  ])('takes ^" %s for text, not for a Windows command', (_, command, value) => {
    const endpoint = endpointOf(command);
    expect(endpoint.url).toBe('wss://host.example/');
    expect(shown(endpoint.headers, endpoint)).toEqual([`X-Pattern: ${value}`]);
  });

  /** Word for word as Chromium 156.0.8078.108 copies one and the same WebSocket. */
  it.each([
    [
      '(bash)',
      String.raw`curl --url 'ws://127.0.0.1:4311/chat?room=lobby' \
  -H 'Upgrade: websocket' \
  -H 'Origin: http://127.0.0.1:4310' \
  -H 'Cache-Control: no-cache' \
  -H 'Accept-Language: en-US,en;q=0.9' \
  -H 'Pragma: no-cache' \
  -H 'Connection: Upgrade' \
  -H 'Sec-WebSocket-Key: xrp5AV3W1ntkFFh0YNEcog==' \
  -H 'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36' \
  -H 'Sec-WebSocket-Version: 13' \
  -H 'Sec-WebSocket-Protocol: prices.v1, prices.v2' \
  -H 'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits'`,
    ],
    [
      '(cmd)',
      `curl --url ^"ws://127.0.0.1:4311/chat?room=lobby^" ^
  -H ^"Upgrade: websocket^" ^
  -H ^"Origin: http://127.0.0.1:4310^" ^
  -H ^"Cache-Control: no-cache^" ^
  -H ^"Accept-Language: en-US,en;q=0.9^" ^
  -H ^"Pragma: no-cache^" ^
  -H ^"Connection: Upgrade^" ^
  -H ^"Sec-WebSocket-Key: xrp5AV3W1ntkFFh0YNEcog==^" ^
  -H ^"User-Agent: Mozilla/5.0 ^(X11; Linux x86_64^) AppleWebKit/537.36 ^(KHTML, like Gecko^) Chrome/156.0.0.0 Safari/537.36^" ^
  -H ^"Sec-WebSocket-Version: 13^" ^
  -H ^"Sec-WebSocket-Protocol: prices.v1, prices.v2^" ^
  -H ^"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits^"`,
    ],
  ])('reads “Copy as cURL %s” of Chromium', (_shell, command) => {
    const endpoint = endpointOf(command);
    expect(endpoint).toMatchObject({
      url: 'ws://127.0.0.1:4311/chat',
      origin: 'http://127.0.0.1:4310',
      notes: [
        'Headers that browsers send with every handshake were left out: Accept-Language, Cache-Control, Pragma.',
      ],
    });
    expect(shown(endpoint.parameters, endpoint)).toEqual(['room: lobby']);
    expect(endpoint.subprotocols.map(({ value }) => value)).toEqual(['prices.v1', 'prices.v2']);
    expect(shown(endpoint.headers, endpoint)).toEqual([
      'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    ]);
  });

  it.each([
    ["no browser's", "-H 'Sec-WebSocket-Key: xrp5AV3W1ntkFFh0YNEcog==' -H 'User-Agent: curl/8.14.1'"],
    ['no handshake', "-A 'Mozilla/5.0 (X11; Linux x86_64)'"],
  ])('keeps what else a command says where it is %s', (_what, others) => {
    const endpoint = endpointOf(`curl wss://host.example/ ${others} -H 'Cache-Control: no-cache'`);
    expect(shown(endpoint.headers, endpoint)).toContain('Cache-Control: no-cache');
    expect(endpoint.notes).toEqual([]);
  });

  it('keeps the password of a proxy as a secret', () => {
    const endpoint = endpointOf('curl -x user:pw@proxy.example:8080 -u me:you wss://host.example/');
    expect(endpoint.options.proxy).toMatchObject({ kind: 'url', url: { kind: 'secret' } });
    expect(Object.values(endpoint.secrets)).toEqual(['Basic bWU6eW91', 'http://user:pw@proxy.example:8080']);
  });

  it('says what it does not take over', () => {
    const endpoint = endpointOf(
      'curl -L -d x=1 --fancy --resolve a:443:1.2.3.4 -H "Expect: x" -H bad "$URL" wss://host.example/',
    );
    expect(endpoint.url).toBe('wss://host.example/');
    expect(endpoint.notes).toEqual([
      '-L was left out: redirects are shown, not followed.',
      '-d was left out: an opening handshake has no body.',
      '--fancy was left out: Postern does not know this option.',
      '--resolve was left out: the companion connects to what the name resolves to.',
      'The header Expect was left out: An opening handshake has no body, so it has no Expect header.',
      'The header “bad” was left out: it has no “name: value”.',
      '$URL is filled in by your shell: put what it stands for in its place.',
    ]);
  });

  it.each([
    ['wscat -c $URL', 'The URL is $URL, which your shell fills in: paste the URL itself.'],
    ['wscat -n', 'This wscat command has no URL: paste it whole, or the URL alone.'],
    [
      "curl 'wss://host.example",
      "The quote before “wss://host.example” is never closed: add ' where it ends.",
    ],
  ])('takes nothing from “%s”', (text, message) => {
    expect(readPaste(text, countingIds())).toEqual({ kind: 'problem', message });
  });
});
