import { ANSWER_WAYS } from '#domain/transcript/measures.ts';
import type { AnswerWay } from '#domain/transcript/measures.ts';
import type { RoundTrip } from './roundTripMatcher.ts';

/** A round trip with both its ends, as indexes of the store. */
export interface StoredRoundTrip extends RoundTrip {
  readonly answer: number;
}

const FIRST_CAPACITY = 256;

/** Every round trip of a log in 13 bytes: the log itself takes 16 and the payload for each end. */
export class RoundTripList {
  #answers = new Uint32Array(FIRST_CAPACITY);
  #asked = new Uint32Array(FIRST_CAPACITY);
  #ms = new Float32Array(FIRST_CAPACITY);
  #ways = new Uint8Array(FIRST_CAPACITY);
  #count = 0;

  /** Answers come in the order of the log. */
  append({ answer, asked, ms, way }: StoredRoundTrip): void {
    const at = this.#count;
    if (at === this.#answers.length) this.#grow();
    this.#answers[at] = answer;
    this.#asked[at] = asked;
    this.#ms[at] = ms;
    this.#ways[at] = ANSWER_WAYS.indexOf(way);
    this.#count = at + 1;
  }

  /** The round trip that ends with this entry. */
  endingAt(answer: number): StoredRoundTrip | null {
    const at = this.#firstFrom(answer);
    return at < this.#count && this.#answers[at] === answer ? this.#read(at) : null;
  }

  /** The round trips that begin with this entry, one for each way at most. */
  beginningAt(asked: number): readonly StoredRoundTrip[] {
    const found: StoredRoundTrip[] = [];
    for (let at = this.#firstFrom(asked); at < this.#count; at += 1) {
      if (this.#asked[at] === asked) found.push(this.#read(at));
    }
    return found;
  }

  #read(at: number): StoredRoundTrip {
    const way: AnswerWay = ANSWER_WAYS[this.#ways[at] ?? 0] ?? 'part';
    return { answer: this.#answers[at] ?? 0, asked: this.#asked[at] ?? 0, ms: this.#ms[at] ?? 0, way };
  }

  /** The place of the first round trip that ends with this entry or a later one. */
  #firstFrom(answer: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#answers[middle] ?? 0) < answer) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #grow(): void {
    const capacity = this.#answers.length * 2;
    this.#answers = grown(this.#answers, new Uint32Array(capacity));
    this.#asked = grown(this.#asked, new Uint32Array(capacity));
    this.#ms = grown(this.#ms, new Float32Array(capacity));
    this.#ways = grown(this.#ways, new Uint8Array(capacity));
  }
}

function grown<T extends { set: (values: T) => void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
