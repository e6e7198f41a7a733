import { PER_MESSAGE_DEFLATE } from '#domain/websocket/perMessageDeflate.ts';
import { extension, PerMessageDeflate, type Extensions } from './wsParts.ts';
import { MAX_MESSAGE_BYTES } from './limits.ts';

/** The extensions of a connection as ws wants them, from the accepted header (which the checks have kept). */
export function readExtensions(accepted: string | null): Extensions {
  if (accepted === null) return {};
  const configurations = extension.parse(accepted)[PER_MESSAGE_DEFLATE];
  if (configurations === undefined) return {};
  // Everything is compressed, however short: it is what browsers do, and the entry can say so.
  const compression = new PerMessageDeflate({ isServer: false, maxPayload: MAX_MESSAGE_BYTES, threshold: 0 });
  compression.accept(configurations);
  return { [PER_MESSAGE_DEFLATE]: compression };
}

/** Whether a message is sure to fit a frame of `maxFrameBytes` once it is compressed. */
export function staysWithin(maxFrameBytes: number | null, byteLength: number): boolean {
  return (
    maxFrameBytes === null ||
    byteLength + byteLength / 8 + byteLength / 64 + DEFLATE_TAIL_BYTES <= maxFrameBytes
  );
}

/** What zlib's deflateBound adds at most beside a share of the input, and the empty block of a flush. */
const DEFLATE_TAIL_BYTES = 16;
