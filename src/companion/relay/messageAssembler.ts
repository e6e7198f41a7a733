import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import type { EntryRecord } from '#wire/entryBatch.ts';
import { isUtf8 } from 'node:buffer';
import { MAX_MESSAGE_BYTES } from './limits.ts';

/** A message that the page wants sent. */
export interface AssembledMessage {
  readonly kind: 'text' | 'binary';
  readonly payload: Buffer;
}

/** `null` while parts are missing; a string is a sentence that says why the message cannot be sent. */
export type Assembly = AssembledMessage | string | null;

/** Puts the records of a message together. A message that cannot be sent is dropped whole, parts to come included. */
export class MessageAssembler {
  readonly #maxBytes: number;
  #parts: Uint8Array[] = [];
  #bytes = 0;
  #kind: number | null = null;
  #isDropping = false;

  constructor(maxBytes = MAX_MESSAGE_BYTES) {
    this.#maxBytes = maxBytes;
  }

  add(record: EntryRecord): Assembly {
    if (this.#isDropping) {
      this.#isDropping = record.hasMore;
      return null;
    }
    const problem = this.#check(record);
    if (problem !== null) {
      this.#reset();
      this.#isDropping = record.hasMore;
      return problem;
    }
    this.#kind = record.kind;
    this.#parts.push(record.payload);
    this.#bytes += record.payload.byteLength;
    return record.hasMore ? null : this.#finish();
  }

  #check({ kind, payload }: EntryRecord): string | null {
    if (kind !== ENTRY_KIND.text && kind !== ENTRY_KIND.binary) {
      return 'Only text and binary messages can be sent in a batch.';
    }
    if (this.#kind !== null && kind !== this.#kind) return 'The parts of a message are of two kinds.';
    if (this.#bytes + payload.byteLength > this.#maxBytes) {
      return `The message is larger than ${this.#maxBytes} bytes, the most that the relay carries.`;
    }
    return null;
  }

  #finish(): AssembledMessage | string {
    const [first = new Uint8Array()] = this.#parts;
    const payload =
      this.#parts.length === 1
        ? Buffer.from(first.buffer, first.byteOffset, first.byteLength)
        : Buffer.concat(this.#parts);
    const kind = this.#kind === ENTRY_KIND.text ? 'text' : 'binary';
    this.#reset();
    // RFC 6455 section 5.6: the server would have to fail the connection.
    if (kind === 'text' && !isUtf8(payload)) return 'A text message must be UTF-8.';
    return { kind, payload };
  }

  #reset(): void {
    this.#parts = [];
    this.#bytes = 0;
    this.#kind = null;
  }
}
