import type { Confidence } from './gateway.ts';

/** What a gateway means by a message of its own, as against one of the service behind it. */
export interface Annotation {
  /** Stable, for example `aws-frame-forbidden`. */
  readonly id: string;
  readonly tone: 'bad' | 'good' | 'info';
  /** Two or three words, for the message's row. */
  readonly label: string;
  /** Plain sentences: what it means, and what to do. */
  readonly explanation: string;
  readonly confidence: Confidence;
  readonly source: string;
  /** The `ackId` of the message that this one answers; `null` for any other. */
  readonly answers: string | null;
}

/** For a gateway that says nothing of its own within a connection. */
export function noAnnotation(): null {
  return null;
}
