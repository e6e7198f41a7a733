/**
 * The payloads of the frames that a message goes in, views into it. A text may be cut anywhere: only the message as a
 * whole has to be UTF-8 (RFC 6455 sections 5.4 and 5.6).
 */
export function cutFragments(payload: Buffer, maxFrameBytes: number | null): readonly Buffer[] {
  if (maxFrameBytes === null || payload.byteLength <= maxFrameBytes) return [payload];
  return Array.from({ length: Math.ceil(payload.byteLength / maxFrameBytes) }, (_, index) =>
    payload.subarray(index * maxFrameBytes, (index + 1) * maxFrameBytes),
  );
}
