import { describe, expect, test } from 'vitest';
import { checkHeaderName, checkHeaderValue, findHeader, isForbiddenRequestHeader } from './headerField.ts';

describe('checkHeaderName', () => {
  test.each(['Authorization', 'Ocp-Apim-Subscription-Key', 'x_api.key', '1', "!#$%&'*+-.^_`|~"])(
    'accepts %j',
    (name) => {
      expect(checkHeaderName(name)).toBeNull();
    },
  );

  test.each([
    ['', 'Enter a header name.'],
    ['api key', 'A header name cannot hold a space (character 4): use letters, digits and hyphens.'],
    ['Authorization:', 'A header name cannot hold “:” (character 14): use letters, digits and hyphens.'],
    ['a\r\nb', 'A header name cannot hold a line break (character 2): use letters, digits and hyphens.'],
    ['clé', 'A header name cannot hold “é” (character 3): use letters, digits and hyphens.'],
    ['x\u200b', 'A header name cannot hold U+200B (character 2): use letters, digits and hyphens.'],
  ])('says what is wrong with %j', (name, message) => {
    expect(checkHeaderName(name)).toBe(message);
  });
});

describe('checkHeaderValue', () => {
  test.each(['', 'Bearer abc.def-_', 'a\tb', ' padded ', 'caf\u00e9 \u00ff'])('accepts %j', (value) => {
    expect(checkHeaderValue(value)).toBeNull();
  });

  test.each([
    ['secret\n', 'A header value cannot hold a line break (character 7): remove it.'],
    ['a\r\nX-Evil: 1', 'A header value cannot hold a line break (character 2): remove it.'],
    ['a\0', 'A header value cannot hold the control character U+0000 (character 2): remove it.'],
    ['\x7f', 'A header value cannot hold the control character U+007F (character 1): remove it.'],
    [
      'a€',
      'A header value cannot hold “€” (character 2): HTTP carries Latin-1 only. Encode the value, for example with percent signs or base64.',
    ],
    [
      '🔑',
      'A header value cannot hold “🔑” (character 1): HTTP carries Latin-1 only. Encode the value, for example with percent signs or base64.',
    ],
  ])('says what is wrong with %j', (value, message) => {
    expect(checkHeaderValue(value)).toBe(message);
  });
});

describe('findHeader', () => {
  const headers = [
    { name: 'X-Key', value: 'one' },
    { name: 'Via', value: '1.1 a' },
    { name: 'x-key', value: 'two' },
  ];

  test('finds a header of any case', () => {
    expect(findHeader(headers, 'VIA')).toBe('1.1 a');
  });

  test('joins repeated headers in their order', () => {
    expect(findHeader(headers, 'X-Key')).toBe('one, two');
  });

  test('tells a missing header from an empty one', () => {
    expect(findHeader(headers, 'Server')).toBeNull();
    expect(findHeader([{ name: 'Server', value: '' }], 'Server')).toBe('');
  });
});

describe('isForbiddenRequestHeader', () => {
  test.each([
    ['Host', 'The Host header follows from the gateway URL: change it there.'],
    ['connection', 'The Connection header belongs to the opening handshake: Postern sends it.'],
    ['UPGRADE', 'The Upgrade header belongs to the opening handshake: Postern sends it.'],
    ['Origin', 'Set the Origin header in the options, where it can also be left out.'],
    ['Sec-WebSocket-Protocol', 'Offer subprotocols in the list of subprotocols: they make this header.'],
    [
      'Sec-WebSocket-Key',
      'The Sec-WebSocket-Key header belongs to the opening handshake: Postern sends what it needs.',
    ],
    [
      'sec-websocket-anything',
      'The sec-websocket-anything header belongs to the opening handshake: Postern sends what it needs.',
    ],
    [' Content-Length ', 'An opening handshake has no body, so it has no Content-Length header.'],
  ])('says why %j cannot be set', (name, reason) => {
    expect(isForbiddenRequestHeader(name)).toBe(reason);
  });

  test.each(['Authorization', 'Cookie', 'X-Forwarded-Host', 'User-Agent', 'constructor', ''])(
    'allows %j',
    (name) => {
      expect(isForbiddenRequestHeader(name)).toBeNull();
    },
  );
});
