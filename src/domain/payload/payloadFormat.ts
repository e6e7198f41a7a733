/** What the bytes of a payload may be, beside text. */
export type PayloadFormat =
  | 'gzip'
  | 'zlib'
  | 'deflate'
  | 'msgpack'
  | 'cbor'
  | 'protobuf'
  | 'image'
  | 'base64';

export const FORMAT_NAMES: Readonly<Record<PayloadFormat, string>> = {
  gzip: 'gzip',
  zlib: 'zlib',
  deflate: 'raw deflate',
  msgpack: 'MessagePack',
  cbor: 'CBOR',
  protobuf: 'protobuf (wire format)',
  image: 'image',
  base64: 'base64',
};
