import { floodMessage, numberOf } from './flood.ts';
import type { Flood } from './flood.ts';

/** One line of the log's export, as far as it is read here. */
interface ExportedLine {
  readonly sequence: number;
  readonly direction: string;
  readonly kind: string;
  readonly text?: string;
  readonly base64?: string;
}

/** What has become of a flood's messages. All that is not as it should be counts, so that a fault shows its size. */
export interface OrderReport {
  readonly messages: number;
  readonly lost: number;
  readonly doubled: number;
  readonly outOfOrder: number;
  /** Come with other bytes than they were sent with, or not sent at all. */
  readonly altered: number;
  /** Entries whose sequence number does not follow that of the entry before. */
  readonly misnumbered: number;
}

/** Reads the export of a log line by line: every message of the flood must be there, once, in order, byte for byte. */
export class OrderCheck {
  readonly #flood: Flood;
  readonly #timesSeen: Uint8Array;
  #messages = 0;
  #next = 0;
  #doubled = 0;
  #outOfOrder = 0;
  #altered = 0;
  #misnumbered = 0;
  #sequence: number | null = null;

  constructor(flood: Flood) {
    this.#flood = flood;
    this.#timesSeen = new Uint8Array(flood.count);
  }

  take(line: string): void {
    const entry = JSON.parse(line) as ExportedLine;
    if (this.#sequence !== null && entry.sequence !== this.#sequence + 1) this.#misnumbered += 1;
    this.#sequence = entry.sequence;
    const isMessage = entry.kind === 'text' || entry.kind === 'binary';
    if (isMessage && entry.direction === 'received') this.#takeMessage(entry);
  }

  report(): OrderReport {
    return {
      messages: this.#messages,
      lost: this.#timesSeen.reduce((lost, times) => lost + (times === 0 ? 1 : 0), 0),
      doubled: this.#doubled,
      outOfOrder: this.#outOfOrder,
      altered: this.#altered,
      misnumbered: this.#misnumbered,
    };
  }

  #takeMessage({ kind, text, base64 }: ExportedLine): void {
    this.#messages += 1;
    const isText = kind === 'text';
    const payload = text === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(text);
    const number = numberOf(payload, isText);
    if (number === null || number >= this.#flood.count) {
      this.#altered += 1;
      return;
    }
    const sent = floodMessage(this.#flood, number);
    if (sent.isText !== isText || !sent.payload.equals(payload)) this.#altered += 1;
    const timesSeen = this.#timesSeen[number] ?? 0;
    if (timesSeen > 0) this.#doubled += 1;
    this.#timesSeen[number] = 1;
    if (number !== this.#next) this.#outOfOrder += 1;
    this.#next = number + 1;
  }
}

/** Throws when anything of the flood is not as it was sent. */
export function assertComplete(report: OrderReport, flood: Flood, where: string): void {
  const { messages, ...faults } = report;
  const found = Object.entries(faults).filter(([, count]) => count > 0);
  if (messages === flood.count && found.length === 0) return;
  const list = found.map(([fault, count]) => `${count} ${fault}`).join(', ');
  throw new Error(`${where}: ${messages} of ${flood.count} messages, ${list || 'none amiss'}.`);
}
