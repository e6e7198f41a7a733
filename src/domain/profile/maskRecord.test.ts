import { expect, it } from 'vitest';
import { recordHandshake } from '../handshake/recordHandshake.ts';
import { maskRecord } from './maskRecord.ts';

it('masks the URL, the request line and the headers, and keeps everything else', () => {
  const started = recordHandshake(null, {
    type: 'started',
    at: 0,
    url: 'wss://gw.example/hub?subscription-key=abc&room=1',
    madeBy: 'companion',
    proxy: null,
  });
  const record = recordHandshake(started, {
    type: 'requested',
    request: {
      requestLine: 'GET /hub?subscription-key=abc&room=1 HTTP/1.1',
      headers: [
        { name: 'Host', value: 'gw.example' },
        { name: 'Authorization', value: 'Bearer abc.def' },
        { name: 'X-Team', value: 'abc' },
      ],
    },
  });
  if (record === null) throw new Error('the record begins with “started”');
  const masked = maskRecord(record, ['X-Team']);
  expect(masked.url).toBe('wss://gw.example/hub?subscription-key=•••&room=1');
  expect(masked.request).toEqual({
    requestLine: 'GET /hub?subscription-key=•••&room=1 HTTP/1.1',
    headers: [
      { name: 'Host', value: 'gw.example' },
      { name: 'Authorization', value: 'Bearer •••' },
      { name: 'X-Team', value: '•••' },
    ],
  });
  expect(masked.startedAt).toBe(record.startedAt);
});
