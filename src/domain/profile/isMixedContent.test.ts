import { expect, it } from 'vitest';
import { isMixedContent } from './isMixedContent.ts';

it.each([
  ['https:', 'ws://gateway.example.com/', true],
  ['https:', 'ws://127.0.0.1.example.com/', true],
  ['https:', 'wss://gateway.example.com/', false],
  ['https:', 'ws://localhost:4111/', false],
  ['https:', 'ws://api.localhost/', false],
  ['https:', 'ws://127.0.0.1:4111/', false],
  ['https:', 'ws://[::1]:4111/', false],
  ['http:', 'ws://gateway.example.com/', false],
  ['https:', 'nothing', false],
])('from a page on %s, %s is mixed content: %s', (pageProtocol, url, isMixed) => {
  expect(isMixedContent(pageProtocol, url)).toBe(isMixed);
});
