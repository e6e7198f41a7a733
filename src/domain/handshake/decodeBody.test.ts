import { describe, expect, test } from 'vitest';
import { encodeBase64 } from '../format/base64.ts';
import { decodeBody, type DecodedBody } from './decodeBody.ts';

describe('an empty body', () => {
  test('is empty, whatever its type', () => {
    expect(decode('', 'application/json')).toEqual({ kind: 'empty' });
  });

  test('is what a 101 has', () => {
    const response = { from: 'target', httpVersion: '1.1', status: 101, reason: '', headers: [] } as const;
    expect(decodeBody({ ...response, body: null })).toEqual({ kind: 'empty' });
  });
});

describe('JSON', () => {
  test('comes pretty, with its digits, and as it was', () => {
    const raw = '{ "statusCode": 401, "id": 12345678901234567890.10 }';
    expect(decode(raw, 'application/json')).toEqual({
      kind: 'json',
      text: '{\n  "statusCode": 401,\n  "id": 12345678901234567890.10\n}',
      raw,
    });
  });

  test.each(['application/json; charset=utf-8', 'application/problem+json', 'text/plain', 'text/html', null])(
    'is recognised as %j',
    (contentType) => {
      expect(decode(' {"message":"Forbidden"}', contentType).kind).toBe('json');
    },
  );

  test('that is a bare string needs its content type', () => {
    expect(decode('"Forbidden"', 'application/json').kind).toBe('json');
    expect(decode('"Forbidden"', 'text/plain').kind).toBe('text');
  });

  test('that was cut is text', () => {
    expect(decode('{"message":"Forb', 'application/json')).toEqual({
      kind: 'text',
      text: '{"message":"Forb',
    });
  });

  test('behind a byte order mark is JSON', () => {
    expect(decodeBytes([0xef, 0xbb, 0xbf, 0x5b, 0x5d], 'application/json')).toEqual({
      kind: 'json',
      text: '[]',
      raw: '[]',
    });
  });
});

describe('markup', () => {
  test.each([
    ['<h1>502</h1>', 'text/html', 'html'],
    ['<!DOCTYPE html><title>502</title>', null, 'html'],
    ['\n<html><body>', 'text/plain', 'html'],
    ['<fault/>', 'application/soap+xml', 'xml'],
    ['<?xml version="1.0"?><fault/>', null, 'xml'],
    ['<headline>', null, 'text'],
  ])('%j as %j is %s', (text, contentType, kind) => {
    expect(decode(text, contentType)).toEqual({ kind, text });
  });
});

describe('text', () => {
  test.each([
    ['text/plain', [0x6e, 0xc3, 0xa9], 'né'],
    ['text/plain; charset="ISO-8859-1"', [0x6e, 0xe9], 'né'],
    ['text/plain', [0x6e, 0xe9], 'né'],
    ['text/plain; charset=utf-16le', [0x6e, 0x00, 0xe9, 0x00], 'né'],
    ['text/plain', [0xfe, 0xff, 0x00, 0x6e], 'n'],
    ['text/plain; charset=klingon', [0x6e, 0xc3, 0xa9], 'né'],
  ])('%s is read in its charset', (contentType, bytes, text) => {
    expect(decodeBytes(bytes, contentType)).toEqual({ kind: 'text', text });
  });

  test('cut within a character loses that character only', () => {
    const isTruncated = true;
    expect(decodeBytes([0x6e, 0xc3], null, isTruncated)).toEqual({ kind: 'text', text: 'n' });
    expect(decodeBytes([0x6e, 0xc3], null).kind).toBe('binary');
  });
});

describe('binary', () => {
  test.each([
    ['application/octet-stream', [0x00, 0x01]],
    [null, [0x1f, 0x8b, 0x08]],
    ['image/png', [0x41]],
    ['text/plain', [0x41, 0x00]],
  ])('%j stays bytes', (contentType, bytes) => {
    expect(decodeBytes(bytes, contentType)).toEqual({ kind: 'binary', bytes: Uint8Array.from(bytes) });
  });
});

function decode(text: string, contentType: string | null): DecodedBody {
  return decodeBytes([...new TextEncoder().encode(text)], contentType);
}

function decodeBytes(bytes: readonly number[], contentType: string | null, isTruncated = false): DecodedBody {
  return decodeBody({
    from: 'target',
    httpVersion: '1.1',
    status: 401,
    reason: 'Unauthorized',
    headers: contentType === null ? [] : [{ name: 'content-type', value: contentType }],
    body: {
      base64: encodeBase64(Uint8Array.from(bytes)),
      receivedBytes: bytes.length,
      isTruncated,
    },
  });
}
