import { describe, expect, test } from 'vitest';
import { checkCloseCode, checkCloseReason, explainCloseCode } from './closeCode.ts';

describe('explainCloseCode', () => {
  test.each([
    [0, 'Invalid'],
    [999, 'Invalid'],
    [1000, 'Normal Closure'],
    [1001, 'Going Away'],
    [1002, 'Protocol Error'],
    [1003, 'Unsupported Data'],
    [1004, 'Reserved'],
    [1005, 'No Status Received'],
    [1006, 'Abnormal Closure'],
    [1007, 'Invalid Payload Data'],
    [1008, 'Policy Violation'],
    [1009, 'Message Too Big'],
    [1010, 'Mandatory Extension'],
    [1011, 'Internal Error'],
    [1012, 'Service Restart'],
    [1013, 'Try Again Later'],
    [1014, 'Bad Gateway'],
    [1015, 'TLS Handshake'],
    [1016, 'Unassigned'],
    [2999, 'Unassigned'],
    [3000, 'Unauthorized'],
    [3001, 'Library Code'],
    [3003, 'Forbidden'],
    [3008, 'Timeout'],
    [3999, 'Library Code'],
    [4000, 'Private Use'],
    [4999, 'Private Use'],
    [5000, 'Invalid'],
    [65535, 'Invalid'],
  ])('names %i %s', (code, name) => {
    expect(explainCloseCode(code).name).toBe(name);
  });

  test.each([1005, 1006, 1015])('says of %i that it never travels', (code) => {
    expect(explainCloseCode(code).meaning).toMatch(/This code itself never travels\.$/);
  });

  test('gives the meaning in a sentence', () => {
    expect(explainCloseCode(1012).meaning).toBe(
      'The server is restarting: connect again after a short, random wait.',
    );
  });
});

describe('checkCloseCode', () => {
  test.each([1000, 3000, 3999, 4000, 4999])('allows %i', (code) => {
    expect(checkCloseCode(code)).toBeNull();
  });

  test.each([
    [999, '999 is not a close code: use 1000, or 3000 to 4999.'],
    [
      1001,
      'Close code 1001 belongs to the protocol, and a client may not send it: use 1000, or 3000 to 4999.',
    ],
    [
      2999,
      'Close code 2999 belongs to the protocol, and a client may not send it: use 1000, or 3000 to 4999.',
    ],
    [
      1005,
      'Close code 1005 only reports how a connection ended and is never sent: use 1000, or 3000 to 4999.',
    ],
    [
      1006,
      'Close code 1006 only reports how a connection ended and is never sent: use 1000, or 3000 to 4999.',
    ],
    [
      1015,
      'Close code 1015 only reports how a connection ended and is never sent: use 1000, or 3000 to 4999.',
    ],
    [5000, '5000 is not a close code: use 1000, or 3000 to 4999.'],
    [3000.5, 'A close code is a whole number: 1000, or 3000 to 4999.'],
    [Number.NaN, 'A close code is a whole number: 1000, or 3000 to 4999.'],
  ])('refuses %d', (code, message) => {
    expect(checkCloseCode(code)).toBe(message);
  });
});

describe('checkCloseReason', () => {
  test('allows 123 bytes', () => {
    expect(checkCloseReason('a'.repeat(123))).toBeNull();
  });

  test('counts bytes of UTF-8, not characters', () => {
    expect(checkCloseReason('é'.repeat(62))).toBe(
      'The reason takes 124 bytes as UTF-8; a Close frame has room for 123.',
    );
  });
});
