import { CLOSE_CODE } from '../websocket/closeCode.ts';

/** What a Close frame says. */
export interface ClosePayload {
  /** 1005 when the frame has no code (RFC 6455 section 7.1.5). */
  readonly closeCode: number;
  readonly reason: string;
}

const CODE_BYTES = 2;

/** Reads the payload of a Close frame: nothing, or a code in network order and a reason in UTF-8. */
export function describeClosePayload(payload: Uint8Array): ClosePayload {
  const [high, low] = payload;
  if (high === undefined || low === undefined) return { closeCode: CLOSE_CODE.noStatusReceived, reason: '' };
  const reason = new TextDecoder().decode(payload.subarray(CODE_BYTES));
  return { closeCode: (high << 8) | low, reason };
}
