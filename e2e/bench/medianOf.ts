import { median } from './statistics.ts';

/** Of each member, the median of all results that have it; `null` where none has. */
export function medianOf<Result extends object>(results: readonly Result[]): Result {
  const [first] = results;
  if (first === undefined) throw new RangeError('There is no result to take a median of.');
  return Object.fromEntries(
    Object.keys(first).map((key) => {
      const values = results
        .map((result): unknown => result[key as keyof Result])
        .filter((value) => typeof value === 'number');
      return [key, values.length === 0 ? null : median(values)];
    }),
  ) as Result;
}
