import { assertNever } from '#domain/assertNever.ts';
import { decodeBase64 } from '#domain/format/base64.ts';
import type { PayloadFormat } from '#domain/payload/payloadFormat.ts';
import { PayloadFormatError } from '#domain/payload/treeBuilder.ts';
import type { Tree } from '#domain/payload/tree.ts';
import type { ImageFacts } from './readImage.ts';
import type { Unpacked } from './unpack.ts';

export type DecodedPayload =
  | { readonly kind: 'tree'; readonly tree: Tree }
  | ({ readonly kind: 'bytes' } & Unpacked)
  | ({ readonly kind: 'image' } & ImageFacts);

/** Reads a payload as a format, whose library comes when it is first needed. */
export async function decodePayload(
  payload: Uint8Array<ArrayBuffer>,
  format: PayloadFormat,
): Promise<DecodedPayload> {
  switch (format) {
    case 'gzip':
    case 'zlib':
    case 'deflate': {
      const { unpack } = await import('./unpack.ts');
      return { kind: 'bytes', ...(await unpack(payload, format)) };
    }
    case 'base64':
      return { kind: 'bytes', bytes: fromBase64(payload), warning: null };
    case 'msgpack': {
      const { decodeMsgpack } = await import('./decodeMsgpack.ts');
      return { kind: 'tree', tree: decodeMsgpack(payload) };
    }
    case 'cbor': {
      const { decodeCbor } = await import('./decodeCbor.ts');
      return { kind: 'tree', tree: decodeCbor(payload) };
    }
    case 'protobuf': {
      const { decodeProtobuf } = await import('./decodeProtobuf.ts');
      return { kind: 'tree', tree: decodeProtobuf(payload) };
    }
    case 'image': {
      const { readImage } = await import('./readImage.ts');
      return { kind: 'image', ...readImage(payload) };
    }
    default:
      return assertNever(format);
  }
}

function fromBase64(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const decoded = decodeBase64(new TextDecoder().decode(payload));
  if (!decoded.ok) throw new PayloadFormatError(decoded.message);
  return decoded.bytes;
}
