import { describe, expect, it } from 'vitest';
import { importText } from './testing/importText.ts';

/**
 * After Kong/insomnia, packages/insomnia-smoke-test/fixtures/websockets.yaml (Apache-2.0), which Insomnia 2022.5 has
 * exported: cut to three of its five requests. The payload is as the same version writes one.
 */
const WEBSOCKETS_4 = `_type: export
__export_format: 4
__export_date: 2022-08-31T10:40:21.266Z
__export_source: insomnia.desktop.app:v2022.5.0
resources:
  - _id: wrk_db59cf2b74764e6a80c0dcbcf3d67130
    parentId: null
    modified: 1661942194367
    created: 1661942194367
    name: WebSockets
    description: ""
    scope: collection
    _type: workspace
  - _id: ws-req_c522379d686b44179e9626fc6c8ed88a
    parentId: wrk_db59cf2b74764e6a80c0dcbcf3d67130
    modified: 1662451274029
    created: 1662451239058
    name: basic-auth
    url: ws://localhost:4010/basic-auth
    metaSortKey: -1661942202823
    headers: []
    authentication:
      type: basic
      useISO88591: false
      disabled: false
      username: user
      password: password
    _type: websocket_request
  - _id: ws-payload_1
    parentId: ws-req_c522379d686b44179e9626fc6c8ed88a
    name: New Payload
    value: '{"hello":"world"}'
    mode: application/json
    _type: websocket_payload
  - _id: ws-req_2157c597bcbb4614b64c7c99c6f7a982
    parentId: wrk_db59cf2b74764e6a80c0dcbcf3d67130
    name: bearer
    url: ws://localhost:4010/bearer
    headers: []
    authentication:
      type: bearer
      token: insomnia-cool-token-!!!1112113243111
      disabled: false
    _type: websocket_request
  - _id: ws-req_49815a73d8bf4024baebf82037b5730d
    parentId: wrk_db59cf2b74764e6a80c0dcbcf3d67130
    name: delay
    url: ws://localhost:4010/delay
    headers:
      - id: pair_d5c62785928d4cc3a09b297bfbb847f7
        name: duration
        value: "5"
        description: ""
    authentication: {}
    parameters: []
    settingFollowRedirects: global
    description: ""
    _type: websocket_request
  - _id: env_78d7375877d288dfb527a256e6d7e92dce4ff968
    parentId: wrk_db59cf2b74764e6a80c0dcbcf3d67130
    name: Base Environment
    data: {}
    _type: environment
`;

/** After lavalink-devs/Lavalink, docs/api/Insomnia.json (MIT), exported by Insomnia 2023.2: its WebSocket, one of its other requests. */
const LAVALINK_4 = `{
  "_type": "export",
  "__export_format": 4,
  "__export_date": "2023-05-25T08:32:55.525Z",
  "__export_source": "insomnia.desktop.app:v2023.2.2",
  "resources": [
    {
      "_id": "ws-req_e2443b156d17408186224677aa3c9752",
      "parentId": "fld_670ce7a796714ccea2b1b2aa590fb79a",
      "name": "Websocket",
      "url": "{{WS}}{{VERSION}}/websocket",
      "metaSortKey": -1667222420082,
      "headers": [{ "id": "pair_1", "name": "User-Id", "value": "{{USER_ID}}", "description": "" }],
      "authentication": { "type": "apikey", "disabled": false, "key": "Authorization", "value": "{{AUTHORIZATION}}", "addTo": "header" },
      "parameters": [],
      "_type": "websocket_request"
    },
    {
      "_id": "fld_670ce7a796714ccea2b1b2aa590fb79a",
      "parentId": "wrk_bc1c8324b157461ab6b17e9a6a43799b",
      "name": "Lavalink",
      "environment": { "WS": "ws://localhost:2333", "VERSION": "/v4", "USER_ID": "817403182526365706", "AUTHORIZATION": "youshallnotpass" },
      "_type": "request_group"
    },
    { "_id": "wrk_bc1c8324b157461ab6b17e9a6a43799b", "parentId": null, "name": "Lavalink", "scope": "collection", "_type": "workspace" },
    {
      "_id": "req_06f7a987c18a488bbf9e428c5e64c8a0",
      "parentId": "fld_670ce7a796714ccea2b1b2aa590fb79a",
      "url": "{{URL}}/version",
      "name": "/version",
      "method": "GET",
      "headers": [],
      "authentication": {},
      "_type": "request"
    }
  ]
}`;

/**
 * In the form of Kong/insomnia, packages/insomnia-smoke-test/fixtures/environments.yaml (Apache-2.0), with a WebSocket
 * request as packages/insomnia/src/common/import-v5-parser.ts takes it.
 */
const COLLECTION_5 = `type: collection.insomnia.rest/5.0
name: environments
meta:
  id: wrk_ad6bef19552f4dfb897b042548c5fadf
  created: 1736605608107
  modified: 1736605608107
collection:
  - name: Live
    meta:
      id: fld_1
    environment:
      room: lobby
    authentication:
      type: bearer
      token: "{{ _.secrets.token }}"
    headers:
      - name: X-Team
        value: core
    children:
      - url: wss://{{ _.exampleObject.host }}/rooms/:room/live
        name: Rooms
        meta:
          id: ws-req_1
          created: 1670587797191
        settings:
          encodeUrl: true
          followRedirects: global
          cookies: { send: true, store: true }
        authentication: {}
        headers:
          - name: X-Off
            value: "1"
            disabled: true
        parameters:
          - name: since
            value: "{{ _.exampleNumber }}"
          - name: sig
            value: "{% response 'body', 'req_1', 'b64::JC5zaWc=::46b', 'never' %}"
        pathParameters:
          - name: room
            value: "{{ _.room }}"
      - url: https://localhost:4010/
        name: Not one
        meta: { id: req_1 }
        method: GET
      - url: http://localhost:4010/
        name: Chat
        meta: { id: socketio-req_1 }
cookieJar:
  name: Default Jar
  meta: { id: jar_1 }
environments:
  name: Base Environment
  data:
    exampleNumber: 1001
    exampleObject:
      host: base.example
  subEnvironments:
    - name: ExampleA
      data:
        exampleObject:
          host: a.example
    - name: ExampleB
      data:
        exampleObject:
          host: b.example
        secrets:
          token: hunter2
`;

describe('an export of Insomnia 4', () => {
  it('gives its WebSocket requests, with authentication as secret headers and the payload', async () => {
    expect(await importText(WEBSOCKETS_4)).toEqual({
      formats: ['Insomnia 4 export'],
      leftBehind: [],
      profiles: [
        {
          fields: ['Authorization: [Basic dXNlcjpwYXNzd29yZA==]'],
          message: 'json {"hello":"world"}',
          name: 'WebSockets/basic-auth',
          saved: ['New Payload'],
          url: 'ws://localhost:4010/basic-auth',
        },
        {
          fields: ['Authorization: [Bearer insomnia-cool-token-!!!1112113243111]'],
          name: 'WebSockets/bearer',
          url: 'ws://localhost:4010/bearer',
        },
        {
          fields: ['duration: 5'],
          name: 'WebSockets/delay',
          url: 'ws://localhost:4010/delay',
        },
      ],
    });
  });

  it('fills in the variables of the folder', async () => {
    expect(await importText(LAVALINK_4)).toEqual({
      formats: ['Insomnia 4 export'],
      leftBehind: ['resources[3]: No WebSocket by its URL, which does not begin with ws:// or wss://.'],
      profiles: [
        {
          fields: ['User-Id: 817403182526365706', 'Authorization: [youshallnotpass]'],
          name: 'Lavalink/Lavalink/Websocket',
          url: 'ws://localhost:2333/v4/websocket',
        },
      ],
    });
  });
});

describe('a collection of Insomnia 5', () => {
  it('inherits headers, authentication and variables from the folder, and takes the first environment', async () => {
    expect(await importText(COLLECTION_5)).toEqual({
      formats: ['Insomnia 5 collection'],
      leftBehind: [
        'collection[0].children[2]: Socket.IO is a protocol of its own on top of WebSocket: it was left out.',
        'collection[0].children[1]: No WebSocket by its URL, which does not begin with ws:// or wss://.',
      ],
      profiles: [
        {
          fields: [
            '?since: 1001',
            "?sig: [{% response 'body', 'req_1', 'b64::JC5zaWc=::46b', 'never' %}]",
            'X-Team: core',
            '~X-Off: 1',
            'Authorization: Bearer {{ _.secrets.token }}',
          ],
          name: 'environments/Live/Rooms',
          toFillIn: [
            "{% response 'body', 'req_1', 'b64::JC5zaWc=::46b', 'never' %} in the query parameter sig",
            'secrets.token in the header Authorization',
          ],
          url: 'wss://a.example/rooms/lobby/live',
        },
      ],
    });
  });

  it('takes the environment that is chosen', async () => {
    expect((await importText(COLLECTION_5, 'ExampleB')).profiles).toEqual([
      {
        fields: [
          '?since: 1001',
          "?sig: [{% response 'body', 'req_1', 'b64::JC5zaWc=::46b', 'never' %}]",
          'X-Team: core',
          '~X-Off: 1',
          'Authorization: [Bearer hunter2]',
        ],
        name: 'environments/Live/Rooms',
        toFillIn: [
          "{% response 'body', 'req_1', 'b64::JC5zaWc=::46b', 'never' %} in the query parameter sig",
        ],
        url: 'wss://b.example/rooms/lobby/live',
      },
    ]);
  });
});
