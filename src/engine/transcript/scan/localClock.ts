const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Time zones change their offset at a quarter of an hour at the earliest. */
const STEP_MS = 15 * MINUTE_MS;

export interface LocalClock {
  /** A moment as ms since the epoch of a clock that shows local time as UTC. */
  readonly dateOf: (time: number) => number;
  /** Ms since local midnight. */
  readonly timeOfDay: (time: number) => number;
}

/** Local time as the log shows it; the offset is looked up once for many moments that are close together. */
export function createLocalClock(
  offsetMinutesAt = (time: number): number => new Date(time).getTimezoneOffset(),
): LocalClock {
  let knownStep = Number.NaN;
  let offsetMs = 0;

  function dateOf(time: number): number {
    const step = Math.floor(time / STEP_MS);
    if (step !== knownStep) {
      knownStep = step;
      offsetMs = offsetMinutesAt(time) * MINUTE_MS;
    }
    return time - offsetMs;
  }

  return {
    dateOf,
    timeOfDay(time) {
      const local = dateOf(time);
      return local - Math.floor(local / DAY_MS) * DAY_MS;
    },
  };
}
