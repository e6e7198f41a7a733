import { CLOSE_CODE } from '#domain/websocket/closeCode.ts';

/** The errors of ws that have a close code of their own; any other broken rule is 1002 (RFC 6455 section 7.4.1). */
const CLOSE_CODES: Readonly<Record<string, number>> = {
  WS_ERR_INVALID_UTF8: CLOSE_CODE.invalidPayload,
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: CLOSE_CODE.messageTooBig,
  WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH: CLOSE_CODE.messageTooBig,
  WS_ERR_TOO_MANY_BUFFERED_PARTS: CLOSE_CODE.policyViolation,
};

/** zlib's codes, for example `Z_DATA_ERROR`: the message does not inflate (RFC 7692 section 7.2.2). */
const ZLIB_CODE = /^Z_/;

export interface ProtocolError {
  /** What to close the connection with. */
  readonly closeCode: number;
  /** A sentence with the receiver's own words, for the ending. */
  readonly detail: string;
}

/** What an error of ws's receiver means for the connection. */
export function readProtocolError(error: Error): ProtocolError {
  const code = 'code' in error ? String(error.code) : '';
  const fallback = ZLIB_CODE.test(code) ? CLOSE_CODE.invalidPayload : CLOSE_CODE.protocolError;
  const closeCode = CLOSE_CODES[code] ?? fallback;
  const words = error.message.replace(/^Invalid WebSocket frame: /, '');
  const name = code === '' ? '' : ` (${code})`;
  return {
    closeCode,
    detail: `The server sent what the protocol does not allow: ${words}${name}. Postern closed the connection with ${closeCode}.`,
  };
}
