import type { Distribution } from '#domain/transcript/measures.ts';

/** Of a float's 23 bits behind its leading one, those that tell buckets apart: so a bucket is 1/128 of its value wide. */
const MANTISSA_BITS = 7;
const DROPPED_BITS = 23 - MANTISSA_BITS;

/** Values below 2^-10 (a microsecond, in ms) count as 0; those from 2^34 on (200 days, 17 GB) share the last bucket. */
const LOWEST_EXPONENT = -10;
const HIGHEST_EXPONENT = 34;

/** An exponent of 0 is written as this (IEEE 754, single precision). */
const EXPONENT_BIAS = 127;
const FIRST_BITS = (LOWEST_EXPONENT + EXPONENT_BIAS) << MANTISSA_BITS;
const BUCKETS = ((HIGHEST_EXPONENT - LOWEST_EXPONENT) << MANTISSA_BITS) + 1;

const float = new Float32Array(1);
/** Signed, so that negative values (the clock has been set) are below all buckets too. */
const bits = new Int32Array(float.buffer);

/**
 * Counts values from 0 on in buckets of growing width, as HDR histograms do: percentiles to within 1/128 of the value at
 * a fixed 22 KB, and a count costs no more than reading the float's own exponent and first digits. The libraries for it
 * bring a decompressor and WebAssembly, for histograms that travel.
 */
export class Histogram {
  readonly #counts = new Uint32Array(BUCKETS);
  #max = 0;

  add(value: number): void {
    float[0] = value;
    const bucket = ((bits[0] ?? 0) >> DROPPED_BITS) - FIRST_BITS + 1;
    const place = bucket < 0 ? 0 : bucket < BUCKETS ? bucket : BUCKETS - 1;
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    if (value > this.#max) this.#max = value;
  }

  read(): Distribution {
    const count = this.#counts.reduce((sum, each) => sum + each, 0);
    const valueAt = (part: number) => this.#valueAt(Math.ceil(part * count));
    return { count, p50: valueAt(0.5), p90: valueAt(0.9), p99: valueAt(0.99), max: this.#max };
  }

  /** The value of this place in the order of all. */
  #valueAt(rank: number): number {
    let passed = 0;
    for (let place = 0; passed < rank; place += 1) {
      passed += this.#counts[place] ?? rank;
      if (passed >= rank) return lowestOf(place);
    }
    return 0;
  }
}

/** The lowest value of a bucket: exact for whole numbers up to 256, where buckets are no wider than 1. */
function lowestOf(place: number): number {
  if (place === 0) return 0;
  bits[0] = (place - 1 + FIRST_BITS) << DROPPED_BITS;
  return float[0] ?? 0;
}
