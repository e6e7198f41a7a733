import type { IncomingMessage } from 'node:http';
import { readCookie, sessionCookieName } from '../guard/sessionCookie.ts';
import { isSameSecret, sessionValue } from '../guard/token.ts';
import type { Refusal } from '../guard/refusal.ts';
import { portOf } from './callerOf.ts';

export function hasSession(request: IncomingMessage, token: string): boolean {
  const cookie = readCookie(request.headers.cookie, sessionCookieName(portOf(request)));
  return cookie !== null && isSameSecret(cookie, sessionValue(token));
}

export const SESSION_REQUIRED: Refusal = {
  status: 401,
  code: 'token-required',
  message: 'The companion does not know this browser yet. Open the address that Postern printed at start.',
};
