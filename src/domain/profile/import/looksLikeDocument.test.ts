import { expect, it } from 'vitest';
import { looksLikeDocument } from './looksLikeDocument.ts';

it.each([
  ['{ "info": {} }', true],
  ['\n [1]', true],
  ['# a comment\n---\nasyncapi: 3.0.0', true],
  ['$kind: websocket-request\nurl: x', true],
  ['type:\n  x', true],
  ['meta {\n  name: x', true],
  ['', false],
  ['wss://host.example/p', false],
  ['host:8080/p', false],
  ['wscat -c wss://host.example', false],
  ["curl 'https://host.example' \\\n  -H 'a: b'", false],
  ['# only a comment', false],
])('tells of %j: %s', (text, isDocument) => {
  expect(looksLikeDocument(text)).toBe(isDocument);
});
