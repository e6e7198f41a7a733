import { CLOSE_CODE } from '#domain/websocket/closeCode.ts';

/** The payload of a Close frame (RFC 6455 section 5.5.1): empty, or the code and a reason. */
export function closePayload(closeCode: number | null, reason: Uint8Array): Buffer {
  if (closeCode === null || closeCode === CLOSE_CODE.noStatusReceived) return Buffer.alloc(0);
  const payload = Buffer.alloc(2 + reason.byteLength);
  payload.writeUInt16BE(closeCode);
  payload.set(reason, 2);
  return payload;
}
