import { describe, expect, it } from 'vitest';
import { importFiles, importText, readFiles } from './testing/importText.ts';

/** After usebruno/bruno, tests/websockets/fixtures/collection/ws-test-request-with-headers.bru and …-with-subproto.bru (MIT), put into one. */
const WITH_HEADERS = `meta {
  name: ws-test-request-with-headers
  type: ws
  seq: 2
}

ws {
  url: ws://localhost:8081/ws?testParam=testValue&anotherParam={{variable}}
  body: ws
  auth: inherit
}

headers {
  Authorization: Dummy
  X-BRUNO-COLLECTION-VAR: {{variable}}
  ~X-Off: 1
  Sec-WebSocket-Protocol: soap, mqtt
}

script:pre-request {
  if (true) {
    bru.setVar("a", 1);
  }
}
`;

/** After usebruno/bruno, tests/websockets/multi-message-bru/fixtures/collection/ws-multi-msg.bru (MIT), with authentication. */
const MULTI_MESSAGE = `meta {
  name: ws-multi-msg
  type: ws
  seq: 1
}

ws {
  url: ws://localhost:8081/ws/echo
  body: ws
  auth: bearer
}

auth:bearer {
  token: {{bearer_auth_token}}
}

body:ws {
  name: message 1
  type: json
  content: '''
    {
      "action": "subscribe"
    }
  '''
}

body:ws {
  name: message 2
  type: text
  content: '''
    hello world
  '''
}

docs {
  # Echo

  Says everything twice.
}
`;

/** After usebruno/bruno, packages/bruno-tests/collection/environments/Local.bru (MIT). */
const ENVIRONMENT = `vars {
  host: http://localhost:8080
  bearer_auth_token: your_secret_token
  variable: one
}
vars:secret [
  github_client_secret,
  github_client_id
]
`;

/** OpenCollection as Bruno bundles one, with a folder and an environment. */
const OPEN_COLLECTION = `opencollection: 1.0.0
info:
  name: Chat
request:
  auth:
    type: basic
    username: della
    password: "{{password}}"
config:
  environments:
    - name: local
      variables:
        - name: host
          value: localhost:8081
        - name: password
          secret: true
          value: s3cret
items:
  - info:
      name: Rooms
      type: folder
    items:
      - info:
          name: Lobby
          type: websocket
        websocket:
          url: ws://{{host}}/lobby
          headers:
            - name: X-Trace
              value: "1"
          auth: inherit
  - info:
      name: List
      type: http
    http:
      method: GET
      url: http://{{host}}/rooms
`;

/** The JSON that Bruno exports, in the form of usebruno/bruno, tests/import/test-data/sample-bruno.json (MIT). */
const COLLECTION = `{
  "name": "Sample",
  "version": "1",
  "items": [
    {
      "type": "folder",
      "name": "Sockets",
      "items": [
        {
          "type": "ws-request",
          "name": "Echo",
          "seq": 1,
          "request": {
            "url": "wss://{{host}}/socket?a=1",
            "params": [
              { "name": "a", "value": "1", "type": "query", "enabled": true },
              { "name": "b", "value": "2", "type": "query", "enabled": false }
            ],
            "headers": [{ "name": "X-Trace", "value": "1", "enabled": true }],
            "auth": { "mode": "apikey", "apikey": { "key": "X-Own", "value": "k-123", "placement": "header" } },
            "body": { "mode": "ws", "ws": [{ "name": "message 1", "type": "json", "content": "{}" }] },
            "vars": { "req": [], "res": [] },
            "docs": "Says it again."
          }
        }
      ]
    },
    { "type": "http", "name": "List", "request": { "url": "https://{{host}}/list", "method": "GET" } }
  ],
  "environments": [
    { "name": "Local", "variables": [{ "name": "host", "value": "localhost:8081", "enabled": true, "secret": false }] }
  ],
  "brunoConfig": { "version": "1", "name": "Sample", "type": "collection" }
}`;

describe('a .bru file', () => {
  it('gives its request; what is switched off stays so, and what Postern has no place for is said', async () => {
    expect(await importText(WITH_HEADERS)).toEqual({
      formats: ['Bruno file (.bru)'],
      leftBehind: [
        'line 7: Its authentication is that of the collection, which is not in this file.',
        'line 20: A script (script:pre-request): Postern has no place for this.',
      ],
      profiles: [
        {
          fields: [
            '?testParam: testValue',
            '?anotherParam: {{variable}}',
            'Authorization: [Dummy]',
            'X-BRUNO-COLLECTION-VAR: {{variable}}',
            '~X-Off: 1',
            'subprotocol: soap',
            'subprotocol: mqtt',
          ],
          name: 'ws-test-request-with-headers',
          toFillIn: [
            'variable in the query parameter anotherParam',
            'variable in the header X-BRUNO-COLLECTION-VAR',
          ],
          url: 'ws://localhost:8081/ws',
        },
      ],
    });
  });

  it('is filled in from the environment that comes with it', async () => {
    const files = [
      { name: 'ws-multi-msg.bru', text: MULTI_MESSAGE },
      { name: 'Local.bru', text: ENVIRONMENT },
    ];
    expect(await importFiles(files)).toEqual({
      formats: ['Bruno file (.bru)'],
      leftBehind: [],
      profiles: [
        {
          description: '# Echo\n\nSays everything twice.',
          fields: ['Authorization: [Bearer your_secret_token]'],
          message: 'json {\n  "action": "subscribe"\n}',
          name: 'ws-multi-msg',
          saved: ['message 1', 'message 2'],
          url: 'ws://localhost:8081/ws/echo',
        },
      ],
    });
  });

  it('of a folder or collection has nothing to make a profile of, and that is said', async () => {
    expect(
      (await importText('meta {\n  name: Rooms\n}\n\nheaders {\n  X-Team: core\n}\n')).leftBehind,
    ).toEqual(['the file: It has no request: what holds for a folder or collection is not taken over.']);
  });

  it('of an environment is named by its file', async () => {
    const reading = await readFiles([
      { name: 'ws-multi-msg.bru', text: MULTI_MESSAGE },
      { name: 'Local.bru', text: ENVIRONMENT },
      { name: 'Prod.bru', text: 'vars {\n  bearer_auth_token: other\n}\n' },
    ]);
    expect(reading).toMatchObject({ environments: ['Local', 'Prod'], environment: 'Local' });
  });

  it('with a mistake is not read, and the line is said', async () => {
    expect(
      await readFiles([{ name: 'x.bru', text: 'meta {\n  name: x\n}\n\nws {\n  url: ws://a\n' }]),
    ).toEqual({
      kind: 'problem',
      message:
        'x.bru cannot be imported. It looks like a .bru file with a mistake in line 5: The block “ws” is never closed.',
    });
  });
});

describe('OpenCollection', () => {
  it('gives the requests of a collection in their folders, with its secret password', async () => {
    expect(await importText(OPEN_COLLECTION)).toEqual({
      formats: ['Bruno collection (OpenCollection)'],
      leftBehind: ['items[1].http: No WebSocket by its URL, which does not begin with ws:// or wss://.'],
      profiles: [
        {
          fields: ['X-Trace: 1', 'Authorization: [Basic ZGVsbGE6czNjcmV0]'],
          name: 'Chat/Rooms/Lobby',
          url: 'ws://localhost:8081/lobby',
        },
      ],
    });
  });
});

describe('the JSON of Bruno', () => {
  it('gives its WebSocket requests', async () => {
    expect(await importText(COLLECTION)).toEqual({
      formats: ['Bruno collection'],
      leftBehind: ['items[1]: No WebSocket by its URL, which does not begin with ws:// or wss://.'],
      profiles: [
        {
          fields: ['?a: 1', '~?b: 2', 'X-Trace: 1', 'X-Own: [k-123]'],
          description: 'Says it again.',
          message: 'json {}',
          name: 'Sample/Sockets/Echo',
          saved: ['message 1'],
          url: 'wss://localhost:8081/socket',
        },
      ],
    });
  });
});
