import { expect, it } from 'vitest';
import { importText } from './testing/importText.ts';

/** As Chrome's Network panel writes it (`Entry.build` in front_end/models/har/Log.ts of ChromeDevTools/devtools-frontend, BSD-3-Clause): members that say nothing here are cut. */
const RECORDING = `{
  "log": {
    "version": "1.2",
    "creator": { "name": "WebInspector", "version": "537.36" },
    "entries": [
      {
        "_resourceType": "document",
        "request": { "method": "GET", "url": "https://shop.example/", "headers": [] },
        "response": { "status": 200 }
      },
      {
        "_resourceType": "websocket",
        "_webSocketMessages": [{ "type": "send", "time": 1795348867.1141, "opcode": 1, "data": "{}" }],
        "request": {
          "method": "GET",
          "url": "wss://shop.example/live?ticket=s3cr3tTicket0123456789ABC",
          "headers": [
            { "name": "Host", "value": "shop.example" },
            { "name": "Upgrade", "value": "websocket" },
            { "name": "Connection", "value": "Upgrade" },
            { "name": "Origin", "value": "https://shop.example" },
            { "name": "Cookie", "value": "session=abc" },
            { "name": "Sec-WebSocket-Key", "value": "dGhlIHNhbXBsZSBub25jZQ==" },
            { "name": "Sec-WebSocket-Protocol", "value": "prices.v1" },
            { "name": "User-Agent", "value": "Mozilla/5.0" }
          ]
        },
        "response": { "status": 101 }
      },
      {
        "_resourceType": "websocket",
        "request": { "method": "GET", "url": "wss://shop.example/live?ticket=s3cr3tTicket0123456789ABC", "headers": [] },
        "response": { "status": 101 }
      }
    ]
  }
}`;

it('gives the handshakes of a recording, each URL once', async () => {
  expect(await importText(RECORDING)).toEqual({
    formats: ['HAR recording'],
    leftBehind: [
      'log.entries[1]._webSocketMessages: Its messages are a log: drop the file on the Messages of a profile to see them.',
      'log.entries[2]: It opens the same URL as log.entries[1]: one profile was made of both.',
      'log.entries[0]: No WebSocket by its URL, which does not begin with ws:// or wss://.',
    ],
    profiles: [
      {
        fields: [
          '?ticket: [s3cr3tTicket0123456789ABC]',
          'Cookie: [session=abc]',
          'User-Agent: Mozilla/5.0',
          'subprotocol: prices.v1',
          'origin: https://shop.example',
        ],
        name: 'shop live',
        url: 'wss://shop.example/live',
      },
    ],
  });
});
