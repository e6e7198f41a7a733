import type { PayloadRun } from './payloadRun.ts';

/** What an entry is marked with where the text is found; the value of `yes` in the logic of `evaluatePlan`. */
export const FOUND = 2;

/** Finds texts in the payloads of a run, as bytes. */
export interface ByteScanner {
  /** The run that the next questions are about. */
  readonly load: (run: PayloadRun) => void;
  /** For each entry of the run `FOUND` or 0: whether its payload holds the text of this number. Valid until the next call. */
  readonly find: (text: number) => Uint8Array;
}
