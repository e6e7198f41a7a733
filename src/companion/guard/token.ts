import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits: nobody guesses it, so wrong tokens need no counting. */
const TOKEN_BYTES = 32;
const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/;

export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

export function isToken(text: string): boolean {
  return TOKEN_PATTERN.test(text);
}

/** What the browser keeps in place of the token: a cookie that leaks opens a session here and tells no token. */
export function sessionValue(token: string): string {
  return createHmac('sha256', token).update('session').digest('base64url');
}

/** Compares in a time that depends on neither value, nor on their lengths: both are hashed first. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(sha256(given), sha256(expected));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
