import { floodMessage } from './flood.ts';
import type { Flood } from './flood.ts';
import { serverFrame } from './serverFrame.ts';

/** Frames are written together up to this size, bytes: fewer system calls, and still room to stop in between. */
const CHUNK_BYTES = 256 * 1024;

/** Every frame of a flood, one after another in large pieces: what is encoded beforehand cannot slow the sender. */
export function encodeFlood(flood: Flood): readonly Buffer[] {
  const chunks: Buffer[] = [];
  let frames: Buffer[] = [];
  let bytes = 0;
  for (let number = 0; number < flood.count; number += 1) {
    const { isText, payload } = floodMessage(flood, number);
    const frame = serverFrame(isText, payload);
    frames.push(frame);
    bytes += frame.byteLength;
    if (bytes < CHUNK_BYTES) continue;
    chunks.push(Buffer.concat(frames));
    frames = [];
    bytes = 0;
  }
  if (frames.length > 0) chunks.push(Buffer.concat(frames));
  return chunks;
}
