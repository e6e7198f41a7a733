import { describe, expect, it } from 'vitest';
import { importFiles, importText, readFiles } from './testing/importText.ts';

/**
 * In the form of postmanlabs/newman, examples/sample-collection.json (Apache-2.0), as Postman 10 writes it (v2.1), with a
 * request whose URL is typed by hand: Postman's own WebSocket requests are not exported
 * (github.com/postmanlabs/postman-app-support/issues/11252).
 */
const COLLECTION = `{
  "info": {
    "_postman_id": "a5a1f5a0-0000-4000-8000-000000000000",
    "name": "Sample Postman Collection",
    "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
  },
  "item": [
    {
      "name": "A simple GET request",
      "event": [{ "listen": "test", "script": { "type": "text/javascript", "exec": ["tests['response code is 200'] = (responseCode.code === 200);"] } }],
      "request": { "url": "https://echo.getpostman.com/get?source=newman-sample-github-collection", "method": "GET" }
    },
    {
      "name": "Real time",
      "item": [
        {
          "name": "Raw echo",
          "request": {
            "auth": { "type": "apikey", "apikey": [{ "key": "key", "value": "x-id" }, { "key": "value", "value": "{{id}}" }, { "key": "in", "value": "query" }] },
            "method": "GET",
            "header": [{ "key": "X-Room", "value": "{{room}}" }, { "key": "X-Off", "value": "1", "disabled": true }],
            "url": {
              "raw": "wss://{{host}}/raw/:tenant?since=5",
              "protocol": "wss",
              "host": ["{{host}}"],
              "path": ["raw", ":tenant"],
              "query": [{ "key": "since", "value": "5" }, { "key": "debug", "value": "1", "disabled": true }],
              "variable": [{ "key": "tenant", "value": "blue" }]
            }
          },
          "response": []
        },
        { "name": "Inherits", "event": [{ "listen": "prerequest" }], "request": { "method": "GET", "header": [], "url": { "raw": "{{scheme}}://{{host}}/all" }, "description": "All of them." } },
        { "name": "Broken", "request": 7 }
      ]
    }
  ],
  "auth": { "type": "bearer", "bearer": [{ "key": "token", "value": "{{token}}", "type": "string" }] },
  "variable": [
    { "key": "host", "value": "ws.postman-echo.com" },
    { "key": "scheme", "value": "wss" },
    { "key": "room", "value": "one", "disabled": true }
  ]
}`;

/**
 * What Postman 12 keeps of a WebSocket request in its Local View: collection v3, a file for each. That is how it is
 * written by hand; Postman itself writes the one below.
 */
const REQUEST_FILE = `$kind: websocket-request
name: Updates
url: "{{ws_url}}/updates"
headers:
  - key: X-Trace
    value: "1"
    disabled: true
  - key: Authorization
    value: Bearer {{token}}
queryParams:
  room: lobby
messages: .resources/Updates.resources/messages
settings:
  strictSSL: false
order: 2000
`;

/**
 * The files that Postman 12 itself writes into a Git repository, member for member: the query stands in the URL and beside
 * it; what has the name of its file says none; variables without a value are there; a message of SignalR is “json”, and
 * ends with U+001E. No such file with a WebSocket is published under a licence, so the words in it are ours.
 */
const SAVED_DEFINITION = `$kind: collection
name: Hub
variables:
  access_token: ""
  host: hub.example
`;

const SAVED_REQUEST = `$kind: websocket-request
description: ""
url: https://{{host}}/hub?access_token={{access_token}}
queryParams:
  access_token: "{{access_token}}"
settings: {}
messages: ./.resources/Live.resources/messages
order: 1000
`;

const SAVED_MESSAGE = `$kind: websocket-message
content: "{\\r

  \\    \\"target\\": \\"Join {{room}}\\",\\r

  \\    \\"type\\": 1\\r

  }\\x1e"
contentType: json
order: 1786947960971
`;

const ENVIRONMENT_FILE = `name: Dev
values:
  - key: ws_url
    value: wss://dev.example
    enabled: true
    type: default
  - key: token
    value: not-a-real-token
    enabled: true
    type: secret
color: null
`;

describe('a collection of Postman', () => {
  it('gives the requests whose URL is a WebSocket’s, with what they inherit', async () => {
    expect(await importText(COLLECTION)).toEqual({
      formats: ['Postman collection'],
      leftBehind: [
        'item[1].item[2].request: It was left out: Object was expected here.',
        'item[1].item[1]: It has scripts: Postern has no place for this.',
        'item[0]: No WebSocket by its URL, which does not begin with ws:// or wss://.',
      ],
      profiles: [
        {
          fields: ['?since: 5', '~?debug: 1', '?x-id: [{{id}}]', 'X-Room: {{room}}', '~X-Off: 1'],
          name: 'Sample Postman Collection/Real time/Raw echo',
          toFillIn: ['room in the header X-Room', 'id in the query parameter x-id'],
          url: 'wss://ws.postman-echo.com/raw/blue',
        },
        {
          description: 'All of them.',
          fields: ['Authorization: Bearer {{token}}'],
          name: 'Sample Postman Collection/Real time/Inherits',
          toFillIn: ['token in the header Authorization'],
          url: 'wss://ws.postman-echo.com/all',
        },
      ],
    });
  });

  it('is the same as Postman’s API gives it', async () => {
    expect(await importText(`{ "collection": ${COLLECTION} }`)).toEqual(await importText(COLLECTION));
  });

  it('says that Postman leaves WebSocket requests out', async () => {
    const reading = await readFiles([{ name: 'c.json', text: COLLECTION }]);
    expect(reading).toMatchObject({
      notices: [
        'Postman leaves WebSocket requests out of the collections that it exports as JSON. They are in the .request.yaml files of its Local View (Postman 12): import those.',
      ],
    });
  });
});

describe('a file of Postman’s Local View', () => {
  it('is filled in from the environment that comes with it, whose secrets stay secret', async () => {
    const files = [
      { name: 'Updates.request.yaml', text: REQUEST_FILE },
      { name: 'Dev.environment.yaml', text: ENVIRONMENT_FILE },
    ];
    expect(await importFiles(files)).toEqual({
      formats: ['Postman file', 'Postman environment'],
      leftBehind: [
        'Updates.request.yaml: the request: Its messages are files of their own: choose them together with this request alone.',
      ],
      profiles: [
        {
          fields: ['?room: lobby', '~X-Trace: 1', 'Authorization: [Bearer not-a-real-token]'],
          name: 'Updates',
          url: 'wss://dev.example/updates',
        },
      ],
    });
  });

  it('is taken as Postman itself saves it, with its query once, its name, and a message of SignalR as text', async () => {
    const files = [
      { name: 'definition.yaml', text: SAVED_DEFINITION },
      { name: 'Live.request.yaml', text: SAVED_REQUEST },
      { name: 'Join.message.yaml', text: SAVED_MESSAGE },
    ];
    expect(await importFiles(files)).toEqual({
      formats: ['Postman file'],
      leftBehind: [
        'Live.request.yaml: the request: https:// was changed to wss://: the same host and port, for WebSocket.',
      ],
      profiles: [
        {
          fields: ['?access_token: {{access_token}}'],
          message: 'text {\r\n    "target": "Join {{room}}",\r\n    "type": 1\r\n}\u001E',
          name: 'Live',
          saved: ['Join'],
          toFillIn: ['access_token in the query parameter access_token', 'room in the message'],
          url: 'wss://hub.example/hub',
        },
      ],
    });
  });

  it('is filled in from its collection, whose variables come after those of the environment', async () => {
    const definition =
      '$kind: collection\nname: Chat\nvariables:\n  ws_url: wss://collection.example\n  token: shared\n';
    const environment = ENVIRONMENT_FILE.replace('key: token', 'key: other');
    const files = [
      { name: 'definition.yaml', text: definition },
      { name: 'Updates.request.yaml', text: REQUEST_FILE },
      { name: 'Dev.environment.yaml', text: environment },
    ];
    expect((await importFiles(files)).profiles).toEqual([
      {
        fields: ['?room: lobby', '~X-Trace: 1', 'Authorization: [Bearer shared]'],
        name: 'Updates',
        url: 'wss://dev.example/updates',
      },
    ]);
  });

  it('takes the messages that are chosen with it, whose files name those that have no name', async () => {
    const files = [
      { name: 'Join.message.yaml', text: '$kind: websocket-message\ncontent: "{}"\ncontentType: json\n' },
      { name: 'Updates.request.yaml', text: REQUEST_FILE },
      {
        name: 'x.message.yaml',
        text: '$kind: websocket-message\nname: Bytes\ncontent: AQI=\ncontentType: base64\n',
      },
    ];
    const reading = await readFiles(files);
    expect(reading).toMatchObject({
      leftBehind: [],
      profiles: [
        {
          message: { mode: 'json', text: '{}' },
          fields: {
            messages: [
              { name: 'Join', mode: 'json', text: '{}' },
              { name: 'Bytes', mode: 'binary', text: 'AQI=', binaryEncoding: 'base64' },
            ],
          },
        },
      ],
    });
  });

  it('takes no message of which it is not clear whose it is', async () => {
    const message = {
      name: 'a.message.yaml',
      text: '$kind: websocket-message\ncontent: hi\ncontentType: text\n',
    };
    expect((await importFiles([message])).leftBehind).toEqual([
      'the message: A message by itself is no profile: choose it together with its request.',
    ]);
    const two = ['a', 'b'].map((name) => ({ name: `${name}.request.yaml`, text: REQUEST_FILE }));
    expect((await importFiles([...two, message])).leftBehind).toEqual([
      'a.message.yaml: the message: It does not say which of these requests it belongs to.',
      'a.request.yaml: the request: Its messages are files of their own: choose them together with this request alone.',
      'b.request.yaml: the request: Its messages are files of their own: choose them together with this request alone.',
    ]);
  });

  it('keeps variables as they are where nothing says their value', async () => {
    expect((await importText(REQUEST_FILE)).profiles).toEqual([
      {
        fields: ['?room: lobby', '~X-Trace: 1', 'Authorization: Bearer {{token}}'],
        name: 'Updates',
        toFillIn: ['ws_url in the URL', 'token in the header Authorization'],
        url: '{{ws_url}}/updates',
      },
    ]);
  });

  it('moves a password out of the URL even where the host is still to be filled in', async () => {
    const text = '$kind: websocket-request\nname: x\nurl: "wss://ada:hunter2@{{host}}/p"\n';
    expect((await importText(text)).profiles).toEqual([
      {
        fields: ['Authorization: [Basic YWRhOmh1bnRlcjI=]'],
        name: 'x',
        toFillIn: ['host in the URL'],
        url: 'wss://{{host}}/p',
      },
    ]);
  });

  it('takes no request of another protocol', async () => {
    expect((await importText('$kind: mqtt-request\nurl: mqtt://pets.test\n')).leftBehind).toEqual([
      'the file: It was left out: it is of kind mqtt-request, and Postern speaks WebSocket only.',
    ]);
  });
});
