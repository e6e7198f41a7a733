import { formatBytes } from '#domain/format/formatBytes.ts';
import { FORMAT_NAMES } from '#domain/payload/payloadFormat.ts';
import { PayloadFormatError } from '#domain/payload/treeBuilder.ts';

export interface Unpacked {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Why it is not all there; `null` when it is. */
  readonly warning: string | null;
}

/** A few kilobytes may unpack to gigabytes: more than this is cut off, and said to be. */
export const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;

/** As the browser names them. */
const STREAM_FORMATS = { gzip: 'gzip', zlib: 'deflate', deflate: 'deflate-raw' } as const;

export type PackedFormat = keyof typeof STREAM_FORMATS;

/** Unpacks what is compressed, as far as it goes and as far as memory should. */
export async function unpack(
  payload: Uint8Array<ArrayBuffer>,
  format: PackedFormat,
  maxBytes = MAX_UNPACKED_BYTES,
): Promise<Unpacked> {
  const stream = new Blob([payload]).stream().pipeThrough(new DecompressionStream(STREAM_FORMATS[format]));
  const reader = stream.getReader();
  const pieces: BlobPart[] = [];
  let length = 0;
  let warning: string | null = null;
  try {
    while (length <= maxBytes) {
      // A stream is read piece by piece.
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      length += value.byteLength;
    }
    if (length > maxBytes)
      warning = `This unpacks to more than ${formatBytes(maxBytes)}: the rest was left out.`;
  } catch {
    // The stream says no more than that something is wrong.
    if (length === 0) throw new PayloadFormatError(`This does not unpack as ${FORMAT_NAMES[format]}.`);
    warning =
      'The packed bytes end badly: they are cut or damaged, or other bytes follow. What could be unpacked is shown.';
  }
  await reader.cancel().catch(() => undefined);
  const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
  return { bytes: bytes.subarray(0, maxBytes), warning };
}
