import { expect, test } from 'vitest';
import { maskConnection } from './maskConnection.ts';

test('masks a connection by name, by shape and by value', () => {
  const { record, url } = maskConnection(
    {
      startedAt: 0,
      url: 'ws://h/?note=hunter22',
      record: {
        madeBy: 'companion',
        url: 'ws://h/?subscription-key=1&mine=2&note=hunter22',
        startedAt: 0,
        steps: [],
        addresses: [],
        remoteAddress: null,
        proxy: null,
        tls: null,
        request: {
          requestLine: 'GET /hunter22?mine=2 HTTP/1.1',
          headers: [
            { name: 'Authorization', value: 'Bearer abc' },
            { name: 'X-Note', value: 'hunter22!' },
          ],
        },
        firstByteMs: null,
        response: {
          from: 'target',
          httpVersion: '1.1',
          status: 101,
          reason: 'Hello hunter22',
          headers: [{ name: 'X-Echo', value: 'aHVudGVyMjI=' }],
          body: null,
        },
        checks: [],
        outcome: { kind: 'open', subprotocol: 'v1.hunter22', extensions: null },
        endedMs: null,
      },
    },
    { values: ['hunter22'], names: ['mine'] },
  );
  expect(url).toBe('ws://h/?note=•••');
  expect(record?.url).toBe('ws://h/?subscription-key=•••&mine=•••&note=•••');
  expect(record?.request).toEqual({
    requestLine: 'GET /•••?mine=••• HTTP/1.1',
    headers: [
      { name: 'Authorization', value: 'Bearer •••' },
      { name: 'X-Note', value: '•••!' },
    ],
  });
  expect(record?.response).toMatchObject({
    reason: 'Hello •••',
    headers: [{ name: 'X-Echo', value: '•••I=' }],
  });
  expect(record?.outcome).toEqual({ kind: 'open', subprotocol: 'v1.•••', extensions: null });
});
