import { checkCloseCode, checkCloseReason } from '#domain/websocket/closeCode.ts';

/** A sentence when this cannot be sent in a Close frame, or `null`. */
export function checkClose(code: number | null, reason: string): string | null {
  if (code !== null) return checkCloseCode(code) ?? checkCloseReason(reason);
  return reason === ''
    ? null
    : 'A Close frame without a code has no reason: add a code or leave the reason out.';
}
