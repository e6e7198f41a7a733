const BUCKET_MS = 50;
const BUCKETS = 1_000 / BUCKET_MS;

/** Counts events over the last second, in steps of a twentieth of it. Times are milliseconds and do not go back. */
export class RateMeter {
  readonly #counts = new Uint32Array(BUCKETS);
  #lastBucket = 0;

  add(count: number, now: number): void {
    const bucket = this.#advance(now);
    const slot = bucket % BUCKETS;
    this.#counts[slot] = (this.#counts[slot] ?? 0) + count;
  }

  perSecond(now: number): number {
    this.#advance(now);
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  /** Empties the buckets that have passed since the last look. */
  #advance(now: number): number {
    const bucket = Math.floor(now / BUCKET_MS);
    const passed = Math.min(BUCKETS, Math.max(0, bucket - this.#lastBucket));
    for (let step = 0; step < passed; step += 1) this.#counts[(bucket - step) % BUCKETS] = 0;
    this.#lastBucket = Math.max(this.#lastBucket, bucket);
    return this.#lastBucket;
  }
}
