import { describe, expect, it } from 'vitest';
import { readProtocolError } from './protocolError.ts';

function errorWith(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

describe('readProtocolError', () => {
  it.each([
    ['WS_ERR_INVALID_UTF8', 1007],
    ['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 1009],
    ['WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH', 1009],
    ['WS_ERR_TOO_MANY_BUFFERED_PARTS', 1008],
    ['WS_ERR_UNEXPECTED_RSV_1', 1002],
    ['WS_ERR_INVALID_OPCODE', 1002],
    ['Z_DATA_ERROR', 1007],
  ])('closes for %s with %i', (code, closeCode) => {
    expect(readProtocolError(errorWith(code, 'x')).closeCode).toBe(closeCode);
  });

  it('says what ws says, without the beginning that says nothing', () => {
    const error = errorWith('WS_ERR_UNEXPECTED_RSV_1', 'Invalid WebSocket frame: RSV1 must be clear');
    expect(readProtocolError(error).detail).toBe(
      'The server sent what the protocol does not allow: RSV1 must be clear (WS_ERR_UNEXPECTED_RSV_1). Postern closed the connection with 1002.',
    );
  });
});
