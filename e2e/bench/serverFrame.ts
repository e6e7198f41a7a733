/** A whole message in one frame as servers send it, unmasked (RFC 6455 section 5.2). */
export function serverFrame(isText: boolean, payload: Buffer): Buffer {
  const { byteLength } = payload;
  const headerBytes = byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headerBytes + byteLength);
  frame[0] = 0x80 | (isText ? 0x1 : 0x2);
  if (headerBytes === 2) frame[1] = byteLength;
  else if (headerBytes === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(byteLength, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(byteLength), 2);
  }
  payload.copy(frame, headerBytes);
  return frame;
}
