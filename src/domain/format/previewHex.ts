import { formatHex } from './formatHex.ts';
import type { Preview } from './previewText.ts';

/** The first bytes as hex pairs. */
export function previewHex(bytes: Uint8Array, maxBytes: number): Preview {
  return { text: formatHex(bytes.subarray(0, maxBytes)), isCut: bytes.length > maxBytes };
}
