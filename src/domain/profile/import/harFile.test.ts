import { describe, expect, it } from 'vitest';
import {
  CHROME_RECORDING,
  CHROME_SANITIZED_RECORDING,
  FIREFOX_RECORDING,
  PLAYWRIGHT_RECORDING,
} from '../../transcript/transfer/testing/harRecordings.ts';
import { importText } from './testing/importText.ts';

const KEY = '?subscription-key: [5cc22a06c38c9287cc90b5067d85f060]';
const CHROME =
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const FIREFOX = 'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
const ORIGIN = 'origin: http://127.0.0.1:4310';

describe('a recording', () => {
  it('of Chrome gives its handshakes, each URL once, also those that were refused', async () => {
    expect(await importText(CHROME_RECORDING)).toEqual({
      formats: ['HAR recording'],
      leftBehind: [
        'log.entries[5]: It opens the same URL as log.entries[4]: one profile was made of both.',
        'log.entries[0] and 7 more: Its messages are a log: drop the file on the Messages of a profile to see them.',
        'log.entries: Headers that browsers send with every handshake were left out: Accept-Encoding, Accept-Language, Cache-Control, Pragma.',
        'log.entries[1]: No WebSocket by its URL, which does not begin with ws:// or wss://.',
      ],
      profiles: [
        { name: '127.0.0.1 nobody', url: 'ws://127.0.0.1:4399/nobody' },
        { name: '127.0.0.1 echo', url: 'ws://127.0.0.1:4110/echo', fields: [KEY, CHROME, ORIGIN] },
        {
          name: '127.0.0.1 echo 2',
          url: 'ws://127.0.0.1:4110/echo',
          fields: ['?subscription-key: [wrong]', CHROME, ORIGIN],
        },
        {
          name: '127.0.0.1 chat',
          url: 'ws://127.0.0.1:4311/chat',
          fields: ['?room: lobby', CHROME, 'subprotocol: prices.v1', 'subprotocol: prices.v2', ORIGIN],
        },
        { name: '127.0.0.1 fragments', url: 'ws://127.0.0.1:4311/fragments', fields: [CHROME, ORIGIN] },
        { name: '127.0.0.1 broken', url: 'ws://127.0.0.1:4312/broken', fields: [CHROME, ORIGIN] },
        {
          name: 'localhost live',
          url: 'wss://localhost:4316/live',
          fields: [CHROME, 'subprotocol: prices.v1', ORIGIN],
        },
        { name: '127.0.0.1 pending', url: 'ws://127.0.0.1:4315/pending', fields: [CHROME, ORIGIN] },
      ],
    });
  });

  it('of Chrome that is sanitized gives the same of a handshake, its key included', async () => {
    expect((await importText(CHROME_SANITIZED_RECORDING)).profiles).toEqual([
      { name: '127.0.0.1 echo', url: 'ws://127.0.0.1:4110/echo', fields: [KEY, CHROME, ORIGIN] },
    ]);
  });

  it('of Playwright gives the same of a handshake as one of Chrome', async () => {
    const { profiles, leftBehind } = await importText(PLAYWRIGHT_RECORDING);
    const headless = CHROME.replace('Chrome/', 'HeadlessChrome/');
    expect(profiles.map(({ url }) => url)).toEqual([
      'ws://127.0.0.1:4110/echo',
      'ws://127.0.0.1:4311/fragments',
      'ws://127.0.0.1:4312/broken',
      'wss://localhost:4316/live',
      'ws://127.0.0.1:4399/nobody',
      'ws://127.0.0.1:4315/pending',
    ]);
    expect(profiles[0]?.fields).toEqual([KEY, headless, ORIGIN]);
    expect(leftBehind).toContain(
      'log.entries[1] and 3 more: Its messages are a log: drop the file on the Messages of a profile to see them.',
    );
  });

  it('of Firefox, which tells WebSockets by their URL alone, has their cookies as secrets', async () => {
    expect(await importText(FIREFOX_RECORDING)).toEqual({
      formats: ['HAR recording'],
      leftBehind: [
        'log.entries: Headers that browsers send with every handshake were left out: Accept, Accept-Encoding, Accept-Language, Cache-Control, Pragma, Sec-Fetch-Dest, Sec-Fetch-Mode, Sec-Fetch-Site.',
        'log.entries[0]: No WebSocket by its URL, which does not begin with ws:// or wss://.',
      ],
      profiles: [
        {
          name: '127.0.0.1 echo',
          url: 'ws://127.0.0.1:4110/echo',
          fields: [KEY, FIREFOX, 'Cookie: [session=local-session-cookie]', ORIGIN],
        },
        {
          name: '127.0.0.1 echo 2',
          url: 'ws://127.0.0.1:4110/echo',
          fields: ['?subscription-key: [wrong]', FIREFOX, 'Cookie: [session=local-session-cookie]', ORIGIN],
        },
        {
          name: '127.0.0.1 nobody',
          url: 'ws://127.0.0.1:4399/nobody',
          fields: [FIREFOX, 'Cookie: [session=local-session-cookie; seat=local-seat-cookie]', ORIGIN],
        },
      ],
    });
  });

  it('of a page that tries again and again gives one profile', async () => {
    const refused = '{ "request": { "url": "wss://shop.example/live" }, "response": { "status": 401 } }';
    const { profiles } = await importText(`{ "log": { "entries": [${refused}, ${refused}] } }`);
    expect(profiles).toEqual([{ name: 'shop live', url: 'wss://shop.example/live' }]);
  });

  it('of others keeps headers that clients choose, and those of HTTP/2 out', async () => {
    const headers = [':authority', 'X-Tenant', 'Authorization', 'sec-ch-ua', 'Sec-GPC', 'DNT']
      .map((name) => `{ "name": "${name}", "value": "1" }`)
      .join(', ');
    const entry = `{ "request": { "url": "https://shop.example/live", "headers": [${headers}] }, "response": { "status": 101 } }`;
    expect((await importText(`{ "log": { "entries": [${entry}] } }`)).profiles).toEqual([
      { name: 'shop live', url: 'wss://shop.example/live', fields: ['X-Tenant: 1', 'Authorization: [1]'] },
    ]);
  });
});
