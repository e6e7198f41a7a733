import { expect, it } from 'vitest';
import { parseUrl } from './parseUrl.ts';

it('reads a URL', () => {
  expect(parseUrl('wss://host.example/a?b')?.href).toBe('wss://host.example/a?b');
});

it('reads a reference against its base', () => {
  expect(parseUrl('/b', 'https://host.example/a')?.href).toBe('https://host.example/b');
});

it.each(['', 'host', 'wss://', 'wss://host:99999/'])('is null for “%s”', (text) => {
  expect(parseUrl(text)).toBeNull();
});

it('goes on reading Latin-1 text, however often it has', () => {
  const unread = Array.from({ length: 20_000 }, () => parseUrl('wss://Bücher.example/ä b')).filter(
    (url) => url === null,
  );
  expect(unread).toEqual([]);
});
