import { requireSubtle } from './requireSubtle.ts';

type Source = string | ArrayBuffer | ArrayBufferView;

/** SHA-256, or HMAC with it when there is a key, in the shape that the SigV4 library takes. */
export class WebCryptoHash {
  readonly #key: Uint8Array<ArrayBuffer> | null;
  #parts: Uint8Array<ArrayBuffer>[] = [];

  constructor(key?: Source) {
    this.#key = key === undefined ? null : toBytes(key);
  }

  update(data: Uint8Array): void {
    this.#parts.push(toBytes(data));
  }

  async digest(): Promise<Uint8Array> {
    const subtle = requireSubtle();
    const data = await new Blob(this.#parts).arrayBuffer();
    if (this.#key === null) return new Uint8Array(await subtle.digest('SHA-256', data));
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const key = await subtle.importKey('raw', this.#key, algorithm, false, ['sign']);
    return new Uint8Array(await subtle.sign('HMAC', key, data));
  }

  reset(): void {
    this.#parts = [];
  }
}

function toBytes(source: Source): Uint8Array<ArrayBuffer> {
  if (typeof source === 'string') return new TextEncoder().encode(source);
  if (source instanceof ArrayBuffer) return new Uint8Array(source.slice());
  return Uint8Array.from(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));
}
