import { expect, test } from 'vitest';
import { requestText, responseText } from './handshakeText.ts';

test('requestText keeps order, case and repetition of the headers', () => {
  const headers = [
    { name: 'Host', value: 'example.com' },
    { name: 'x-a', value: '1' },
    { name: 'X-A', value: '' },
  ];
  expect(requestText({ request: { requestLine: 'GET /chat?q=1 HTTP/1.1', headers } })).toBe(
    'GET /chat?q=1 HTTP/1.1\nHost: example.com\nx-a: 1\nX-A: ',
  );
});

test('responseText begins with the status line, its reason phrase as it came', () => {
  const response = { from: 'target', httpVersion: '1.1', status: 401, body: null } as const;
  const headers = [{ name: 'Content-Length', value: '152' }];
  expect(responseText({ response: { ...response, reason: 'Access Denied', headers } })).toBe(
    'HTTP/1.1 401 Access Denied\nContent-Length: 152',
  );
  expect(responseText({ response: { ...response, reason: '', headers: [] } })).toBe('HTTP/1.1 401');
});

test('what was never sent or never came is empty', () => {
  expect(requestText({ request: null })).toBe('');
  expect(responseText({ response: null })).toBe('');
});
