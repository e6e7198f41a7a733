/** Time as the emulators see it. A test hands in one whose hands it can turn (testing/turnedClock.ts). */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly schedule: Schedule;
}

/** Runs `run` once after `delayMs`, and returns its undo. */
export type Schedule = (delayMs: number, run: () => void) => () => void;

/** Real timers. None of them keeps the process alive: the emulators' servers do that. */
export const scheduleWithTimers: Schedule = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  timer.unref();
  return () => {
    clearTimeout(timer);
  };
};
