import type { Clock } from '../clock.ts';

/** A clock whose hands a test turns. */
export interface TurnedClock extends Clock {
  /** Moves on by `ms` and runs what has fallen due, in order. */
  turn(ms: number): void;
}

export function createTurnedClock(start: number): TurnedClock {
  let now = start;
  const alarms = new Set<{ readonly at: number; readonly run: () => void }>();
  const firstDue = (end: number) =>
    [...alarms].filter(({ at }) => at <= end).sort((left, right) => left.at - right.at)[0];
  return {
    now: () => now,
    schedule(delayMs, run) {
      const alarm = { at: now + delayMs, run };
      alarms.add(alarm);
      return () => {
        alarms.delete(alarm);
      };
    },
    turn(ms) {
      const end = now + ms;
      for (let alarm = firstDue(end); alarm !== undefined; alarm = firstDue(end)) {
        alarms.delete(alarm);
        now = alarm.at;
        alarm.run();
      }
      now = end;
    },
  };
}
