/** Where a behaviour comes from: the tags of gateways.md section 0 that an emulator may reproduce. */
export type Confidence =
  /** Documented by the vendor or an RFC. */
  | 'D'
  /** Captured in a real-world report. */
  | 'R'
  /** Inferred from documented or captured facts. */
  | 'I'
  /** Widely known, but not read again. */
  | 'K'
  /** Nothing found: the emulator chose. */
  | '?';

/** True where the gateway's own answer is neither documented nor captured, so that a person must be told. */
export function isSynthetic(confidence: Confidence): boolean {
  return confidence !== 'D' && confidence !== 'R';
}

export type AnswerHeader = readonly [name: string, value: string];

/** An HTTP response, header by header as it goes on the wire. */
export interface Answer {
  readonly status: number;
  readonly reasonPhrase: string;
  readonly headers: readonly AnswerHeader[];
  readonly body: string | Uint8Array;
}

/** An answer that stands for a row of gateways.md. */
export interface Refusal extends Answer {
  readonly confidence: Confidence;
  /** The section of gateways.md that has the row. */
  readonly source: string;
}

export function headText(answer: Answer): string {
  const lines = answer.headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${answer.status} ${answer.reasonPhrase}\r\n${lines.join('')}\r\n`;
}
