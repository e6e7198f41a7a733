import { describe, expect, it } from 'vitest';
import { BARE, COMMON, FULL, KEPT_ALIVE } from './testing/exampleSources.ts';
import { toSnippetRequest } from './toSnippetRequest.ts';
import { writePython } from './python.ts';

describe('writePython', () => {
  it('writes an endpoint that has nothing but its URL', () => {
    expect(writePython(toSnippetRequest(BARE, false)).split('\n')).toEqual([
      '# pip install "websockets>=15"',
      'from websockets.sync.client import connect',
      '',
      'with connect(',
      '    "ws://127.0.0.1:8080/echo",',
      '    open_timeout=55,',
      '    max_size=None,',
      ') as websocket:',
      '    print("open", websocket.subprotocol)',
      '    for message in websocket:',
      '        print(message)',
      '',
    ]);
  });

  it('has pings sent as often as the profile does', () => {
    expect(writePython(toSnippetRequest(KEPT_ALIVE, false)).split('\n')).toContain('    ping_interval=45,');
  });

  it('writes what most profiles have, a variable in place of the secret', () => {
    expect(writePython(toSnippetRequest(COMMON, false)).split('\n')).toEqual([
      '# pip install "websockets>=15"',
      'import os',
      '',
      'from websockets.sync.client import connect',
      '',
      'with connect(',
      '    f"wss://contoso.azure-api.net/chat?subscription-key={os.environ[\'POSTERN_SUBSCRIPTION_KEY\']}&room=it%27s",',
      '    subprotocols=["json.webpubsub.azure.v1"],',
      '    additional_headers=[',
      '        ("X-Tenant", "contoso"),',
      '    ],',
      '    open_timeout=55,',
      '    max_size=None,',
      ') as websocket:',
      '    print("open", websocket.subprotocol)',
      '    websocket.send("{\\"action\\":\\"echo\\",\\"data\\":\\"it’s\\"}")',
      '    for message in websocket:',
      '        print(message)',
      '',
    ]);
  });

  it('writes all that a profile can say, or that it is left out', () => {
    expect(writePython(toSnippetRequest(FULL, false)).split('\n')).toEqual([
      '# pip install "websockets>=15"',
      'import base64',
      'import os',
      'import ssl',
      '',
      'from websockets.sync.client import connect',
      '',
      'context = ssl.create_default_context()',
      'context.load_verify_locations("ca.pem")',
      'context.load_cert_chain("client.pem", "client-key.pem", password=os.environ["POSTERN_CLIENT_KEY_PASSPHRASE"])',
      '',
      'with connect(',
      '    f"wss://gateway.example/v1?apikey={os.environ[\'POSTERN_APIKEY\']}",',
      '    subprotocols=["chat", "a b"],',
      '    additional_headers=[',
      '        ("Authorization", os.environ["POSTERN_AUTHORIZATION"]),',
      '        ("X-Trace", "1"),',
      '        ("x-trace", "2"),',
      '    ],',
      '    origin="https://app.example",',
      '    ssl=context,',
      '    server_hostname="inner.example",',
      '    proxy=os.environ["POSTERN_PROXY_URL"],',
      '    compression=None,',
      '    open_timeout=10.5,',
      '    max_size=None,',
      ') as websocket:',
      '    print("open", websocket.subprotocol)',
      '    websocket.send(base64.b64decode("AP8Q"))',
      '    for message in websocket:',
      '        print(message)',
      '',
    ]);
  });
});
