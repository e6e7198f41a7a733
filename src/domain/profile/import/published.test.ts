import { describe, expect, it } from 'vitest';
import { importText, readFiles } from './testing/importText.ts';
import {
  PUBLISHED_ASYNC_API_2,
  PUBLISHED_ASYNC_API_3,
  PUBLISHED_BRUNO_REQUEST,
  PUBLISHED_BRUNO_YAML,
  PUBLISHED_HOPPSCOTCH,
  PUBLISHED_INSOMNIA_4,
  PUBLISHED_INSOMNIA_5,
  PUBLISHED_INSOMNIA_51,
  PUBLISHED_OPEN_API,
  PUBLISHED_POSTMAN_COLLECTION,
} from './testing/publishedFiles.ts';

const OTHER_PROTOCOL = 'No WebSocket by its URL, which does not begin with ws:// or wss://.';

/** As if the owner of such a collection had typed the URL of a WebSocket into its requests. */
function withSockets(collection: string): string {
  return collection.replaceAll('https://', 'wss://');
}

describe('a file that others have published:', () => {
  it('AsyncAPI 2', async () => {
    expect(await importText(PUBLISHED_ASYNC_API_2)).toEqual({
      formats: ['AsyncAPI description'],
      leftBehind: [
        'channels./v1/marketdata/{symbol}.subscribe.message.examples: Examples of a message that the server sends: there is nothing to send.',
        'channels./v1/marketdata/{symbol}.parameters.symbol: btcusd was filled in, the first of its 2 values.',
      ],
      profiles: [
        {
          fields: ['~?heartbeat: false'],
          name: 'Gemini Market Data Websocket API//v1/marketdata/{symbol}',
          url: 'wss://api.gemini.com/v1/marketdata/btcusd',
        },
      ],
    });
  });

  it('AsyncAPI 3', async () => {
    expect((await importText(PUBLISHED_ASYNC_API_3)).profiles).toEqual([
      {
        fields: ['~?heartbeat: false', '~?bids: true'],
        name: 'Gemini Market Data Websocket API/marketDataV1',
        url: 'wss://api.gemini.com/v1/marketdata/btcusd',
      },
    ]);
  });

  it.each([
    ['.bru', PUBLISHED_BRUNO_REQUEST, 'Bruno file (.bru)'],
    ['.yml', PUBLISHED_BRUNO_YAML, 'Bruno collection (OpenCollection)'],
  ])('Bruno %s', async (_extension, file, format) => {
    const { formats, profiles } = await importText(file);
    expect(formats).toEqual([format]);
    expect(profiles).toEqual([
      {
        message: 'json {\n  "action": "subscribe"\n}',
        name: 'ws-multi-msg',
        saved: ['message 1', 'message 2'],
        url: 'ws://localhost:8081/ws/echo',
      },
    ]);
  });

  it('Hoppscotch, which has none that is a WebSocket', async () => {
    expect(await importText(PUBLISHED_HOPPSCOTCH)).toEqual({
      formats: ['Hoppscotch collection'],
      leftBehind: [`[0].folders[0].folders[0].folders[0].requests[0] and 3 more: ${OTHER_PROTOCOL}`],
      profiles: [],
    });
  });

  it('Hoppscotch, where a folder overrides the headers of the one around it', async () => {
    const { profiles } = await importText(withSockets(PUBLISHED_HOPPSCOTCH));
    expect(profiles).toEqual([
      {
        fields: ['X-Test-Header: Overriden at RequestD', 'Authorization: [Basic dXNlcm5hbWU6cGFzc3dvcmQ=]'],
        name: 'CollectionA/FolderA/FolderB/FolderC/RequestD',
        url: 'wss://echo.hoppscotch.io',
      },
      {
        fields: ['X-Test-Header: Overriden at FolderB', 'key: [test-key]'],
        name: 'CollectionA/FolderA/FolderB/RequestC',
        url: 'wss://echo.hoppscotch.io',
      },
      ...['CollectionA/FolderA/RequestB', 'CollectionA/RequestA'].map((name) => ({
        fields: ['X-Test-Header: Set at root collection', 'Authorization: [Bearer BearerToken]'],
        name,
        url: 'wss://echo.hoppscotch.io',
      })),
    ]);
  });

  it.each([
    ['4', PUBLISHED_INSOMNIA_4, 'Insomnia 4 export'],
    ['5', PUBLISHED_INSOMNIA_5, 'Insomnia 5 collection'],
  ])('Insomnia %s', async (_version, file, format) => {
    expect(await importText(file)).toEqual({
      formats: [format],
      leftBehind: [],
      profiles: [
        { name: 'WebSockets/localhost:4010', url: 'ws://localhost:4010' },
        {
          fields: ['Authorization: [Basic dXNlcjpwYXNzd29yZA==]'],
          name: 'WebSockets/basic-auth',
          url: 'ws://localhost:4010/basic-auth',
        },
        {
          fields: ['Authorization: [Bearer insomnia-cool-token-!!!1112113243111]'],
          name: 'WebSockets/bearer',
          url: 'ws://localhost:4010/bearer',
        },
        { name: 'WebSockets/redirect', url: 'ws://localhost:4010/redirect' },
        { fields: ['duration: 5'], name: 'WebSockets/delay', url: 'ws://localhost:4010/delay' },
      ],
    });
  });

  it('Insomnia 5.1, whose requests are of several protocols', async () => {
    const reading = await readFiles([{ name: 'simple.yaml', text: PUBLISHED_INSOMNIA_51 }]);
    expect(reading).toMatchObject({ environments: ['production', 'staging'] });
    expect(await importText(PUBLISHED_INSOMNIA_51)).toEqual({
      formats: ['Insomnia 5 collection'],
      leftBehind: [
        'cookieJar.cookies: Cookies: Postern sends those that stand in a header Cookie.',
        `collection[0].children[0] and 2 more: ${OTHER_PROTOCOL}`,
      ],
      profiles: [{ name: 'simple/example websocket', url: 'ws://localhost:4010' }],
    });
  });

  it('OpenAPI, with the servers of an operation, and the examples of its body as messages', async () => {
    const message = 'json {\n  "method": "private/advanced/amend-order",\n  "id": "1"\n}';
    const path = 'ws/user-api/private/advanced/amend-order';
    expect(await importText(PUBLISHED_OPEN_API)).toEqual({
      formats: ['OpenAPI description'],
      leftBehind: [],
      profiles: ['stream.crypto.com', 'uat-stream.3ona.co'].map((host) => ({
        name: `private-advanced-amend-order/private/advanced/amend-order (${host})`,
        url: `wss://${host}/exchange/v1/user/${path}`,
        message,
        saved: ['private/advanced/amend-order'],
      })),
    });
  });

  it('Postman, which has none that is a WebSocket', async () => {
    expect(await importText(PUBLISHED_POSTMAN_COLLECTION)).toEqual({
      formats: ['Postman collection'],
      leftBehind: [`item[0]: ${OTHER_PROTOCOL}`],
      profiles: [],
    });
  });

  it('Postman, with its key as a secret', async () => {
    const { profiles } = await importText(withSockets(PUBLISHED_POSTMAN_COLLECTION));
    expect(profiles).toEqual([
      {
        fields: ['?X-API-KEY: [12345]', '?hii: [hello]'],
        name: 'My Collection/Query with API Key',
        url: 'wss://api.com/users',
      },
    ]);
  });
});
