import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';

/**
 * Of so many connections of one log the handshakes are kept: whoever reconnects more often looks at the last of them, and
 * a record takes some kilobytes.
 */
const MAX_HANDSHAKES = 100;

/** The handshakes that opened the connections of a log, by the sequence number of their `opened` entries. */
export class LoggedHandshakes {
  readonly #records = new Map<number, HandshakeRecord>();

  note(sequence: number, record: HandshakeRecord): void {
    this.#records.set(sequence, record);
    const [oldest] = this.#records.keys();
    if (this.#records.size > MAX_HANDSHAKES && oldest !== undefined) this.#records.delete(oldest);
  }

  at(sequence: number): HandshakeRecord | null {
    return this.#records.get(sequence) ?? null;
  }

  clear(): void {
    this.#records.clear();
  }
}
