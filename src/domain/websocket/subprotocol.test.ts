import { describe, expect, test } from 'vitest';
import { checkSubprotocol, findDuplicate } from './subprotocol.ts';

describe('checkSubprotocol', () => {
  test.each([
    'json.webpubsub.azure.v1',
    'graphql-transport-ws',
    'v12.stomp',
    'eyJhbGciOiJIUzI1NiJ9.e30.a-_',
    '|~`',
  ])('accepts %j', (value) => {
    expect(checkSubprotocol(value)).toBeNull();
  });

  test.each([
    ['', 'A subprotocol cannot be empty.'],
    ['a, b', 'A subprotocol cannot hold “,” (character 2): enter one subprotocol a row.'],
    [
      'c2VjcmV0=',
      'A subprotocol cannot hold “=” (character 9). To carry a credential in it, encode that as base64url without padding: base64 does not fit.',
    ],
    [
      'application/json',
      'A subprotocol cannot hold “/” (character 12). To carry a credential in it, encode that as base64url without padding: base64 does not fit.',
    ],
    [
      'my protocol',
      "A subprotocol cannot hold a space (character 3): only letters, digits and ! # $ % & ' * + - . ^ _ ` | ~ may stand there.",
    ],
    [
      'straße',
      "A subprotocol cannot hold “ß” (character 5): only letters, digits and ! # $ % & ' * + - . ^ _ ` | ~ may stand there.",
    ],
  ])('says what is wrong with %j', (value, message) => {
    expect(checkSubprotocol(value)).toBe(message);
  });
});

describe('findDuplicate', () => {
  test('finds the first value that comes again', () => {
    expect(findDuplicate(['a', 'b', 'c', 'b', 'a'])).toBe('b');
  });

  test('tells values of different case apart', () => {
    expect(findDuplicate(['mqtt', 'MQTT'])).toBeNull();
  });

  test('finds none in an empty list', () => {
    expect(findDuplicate([])).toBeNull();
  });
});
