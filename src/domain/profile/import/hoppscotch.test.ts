import { expect, it } from 'vitest';
import { importFiles } from './testing/importText.ts';

/**
 * In the form of hoppscotch/hoppscotch, packages/hoppscotch-cli/src/__tests__/e2e/fixtures/collections/collection-level-auth-headers-coll.json
 * (MIT): cut to one folder, one of whose requests has the URL of a WebSocket.
 */
const COLLECTIONS = `[
  {
    "v": 2,
    "name": "CollectionA",
    "folders": [
      {
        "v": 2,
        "name": "FolderA",
        "folders": [],
        "requests": [
          {
            "v": "3",
            "endpoint": "<<echoHoppBaseURL>>/socket",
            "name": "RequestB",
            "params": [{ "key": "room", "value": "<<room>>", "active": true }],
            "headers": [{ "key": "X-Off", "value": "1", "active": false }],
            "method": "GET",
            "auth": { "authType": "inherit", "authActive": true },
            "preRequestScript": "",
            "testScript": "",
            "body": { "contentType": null, "body": null },
            "requestVariables": []
          }
        ],
        "auth": { "authType": "inherit", "authActive": true },
        "headers": []
      }
    ],
    "requests": [
      {
        "v": "3",
        "endpoint": "https://echo.hoppscotch.io",
        "name": "RequestA",
        "params": [],
        "headers": [],
        "method": "GET",
        "auth": { "authType": "inherit", "authActive": true }
      }
    ],
    "headers": [{ "active": true, "key": "X-Test-Header", "value": "Set at root collection" }],
    "auth": { "authType": "bearer", "authActive": true, "token": "BearerToken" }
  }
]`;

/** In the form of the environments beside it, secret-envs.json. */
const ENVIRONMENT = `{
  "id": "2",
  "v": 2,
  "name": "secret-envs",
  "variables": [
    { "key": "room", "initialValue": "hidden", "currentValue": "", "secret": true },
    { "key": "echoHoppBaseURL", "initialValue": "wss://echo-websocket.hoppscotch.io", "currentValue": "", "secret": false }
  ]
}`;

it('gives the requests whose URL is a WebSocket’s, with what they inherit', async () => {
  const files = [
    { name: 'collections.json', text: COLLECTIONS },
    { name: 'environment.json', text: ENVIRONMENT },
  ];
  expect(await importFiles(files)).toEqual({
    formats: ['Hoppscotch collection', 'Environment'],
    leftBehind: [
      'collections.json: [0].requests[0]: No WebSocket by its URL, which does not begin with ws:// or wss://.',
    ],
    profiles: [
      {
        fields: [
          '?room: [hidden]',
          'X-Test-Header: Set at root collection',
          '~X-Off: 1',
          'Authorization: [Bearer BearerToken]',
        ],
        name: 'CollectionA/FolderA/RequestB',
        url: 'wss://echo-websocket.hoppscotch.io/socket',
      },
    ],
  });
});
