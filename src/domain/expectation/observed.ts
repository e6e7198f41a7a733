/** What has been seen of one attempt and its connection so far; times in ms. */
export interface Observed {
  readonly attempt: ObservedAttempt;
  /** By the ids of the expectations; those of which nothing has been heard are not there. */
  readonly sightings: Sightings;
}

export type ObservedAttempt =
  | { readonly kind: 'connecting'; readonly forMs: number }
  | {
      readonly kind: 'open';
      /** From the beginning of the attempt. */
      readonly afterMs: number;
      readonly subprotocol: string | null;
      /** How long it has been open, or was. */
      readonly forMs: number;
      readonly ending: ObservedEnding | null;
    }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string }
  /** `what` says why, as a part of a sentence. */
  | { readonly kind: 'failed'; readonly what: string };

export interface ObservedEnding {
  readonly closeCode: number;
  /** The person has closed it, and nobody else. */
  readonly isOwn: boolean;
}

export interface MessageSighting {
  /** When, from the opening, that had happened which the message is expected after; `null` when it has not. */
  readonly startedAfterMs: number | null;
  /** From then to the first message that matches; `null` when none has come. */
  readonly afterMs: number | null;
  /** Why nothing can be said of the messages that came. */
  readonly problem: 'unreadable' | 'runaway' | 'unavailable' | null;
}

export type Sightings = Readonly<Record<string, MessageSighting>>;
