/** What a page's meter has seen. Times are ms; `endedAt` since the epoch. */
export interface MeterReading {
  readonly endedAt: number;
  /** Between the frames' own times, which are those of the screen's refresh: a frame left out shows as two intervals. */
  readonly frameIntervals: readonly number[];
  readonly longTasks: readonly number[];
  /** From each key pressed to the frame after it. */
  readonly keyAnswers: readonly number[];
}

interface Meter {
  readonly stop: () => MeterReading;
}

declare global {
  var benchMeter: Meter | undefined;
}

/** Runs in the page: begins to measure. */
export function startMeter(): void {
  const frameIntervals: number[] = [];
  const longTasks: number[] = [];
  const keyAnswers: number[] = [];
  let previous: number | null = null;
  let isRunning = true;
  const frame = (time: number): void => {
    if (!isRunning) return;
    if (previous !== null) frameIntervals.push(time - previous);
    previous = time;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const onKey = ({ timeStamp }: KeyboardEvent): void => {
    requestAnimationFrame(() => setTimeout(() => keyAnswers.push(performance.now() - timeStamp)));
  };
  document.addEventListener('keydown', onKey, { capture: true });
  globalThis.benchMeter = {
    stop() {
      isRunning = false;
      for (const { duration } of observer.takeRecords()) longTasks.push(duration);
      observer.disconnect();
      document.removeEventListener('keydown', onKey, { capture: true });
      const endedAt = performance.timeOrigin + performance.now();
      return { endedAt, frameIntervals, longTasks, keyAnswers };
    },
  };
}

/** Runs in the page: ends the measurement. */
export function stopMeter(): MeterReading {
  const meter = globalThis.benchMeter;
  if (meter === undefined) throw new Error('No meter is running.');
  return meter.stop();
}
