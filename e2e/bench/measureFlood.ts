import { connectBare, untilCounted } from './barePage.ts';
import { floodBytes, textMarker } from './flood.ts';
import type { Flood } from './flood.ts';
import { startMeter, stopMeter } from './meter.ts';
import type { MeterReading } from './meter.ts';
import type { Taker } from './options.ts';
import { assertComplete, OrderCheck } from './orderCheck.ts';
import {
  connectPostern,
  focus,
  openPostern,
  readExport,
  timeJump,
  timeSearch,
  untilReceived,
} from './postern.ts';
import { rendererMemory } from './rendererMemory.ts';
import type { Surroundings } from './surroundings.ts';
import { median, percentile } from './statistics.ts';
import { Tab } from './tab.ts';

/** One flood taken in once. Times are ms, sizes bytes; `null` is what does not apply or cannot be known here. */
export interface FloodResult {
  readonly messagesPerSecond: number;
  readonly bytesPerSecond: number;
  readonly frameP50: number;
  readonly frameP95: number;
  readonly frameP99: number;
  readonly longTasks: number;
  readonly longestTask: number;
  readonly keyAnswerP95: number;
  /** What the renderer process has grown by, over the flood's payload. */
  readonly processOverPayload: number | null;
  readonly processBytesPerMessage: number | null;
  /** What the page's own objects have grown by, all in all. */
  readonly pageHeapGrowth: number;
  readonly search: number | null;
  readonly jump: number | null;
}

/** Places all over the log, as parts of it. */
const JUMPS = [0.5, 0.1, 0.9, 0.3, 0.7];
/** As a person types who is quick at it, ms a letter: sixty words of five letters a minute. */
const KEY_INTERVAL_MS = 200;

export async function measureFlood(
  surroundings: Surroundings,
  taker: Taker,
  flood: Flood,
): Promise<FloodResult> {
  const { chromium, firehose } = surroundings;
  await firehose.prepare(flood);
  const tab = await Tab.open(chromium.cdp);
  try {
    await connect(surroundings, tab, taker);
    const heapBefore = await tab.heap();
    const memoryBefore = await rendererMemory(chromium.cdp);
    const { startedAt, reading } = await pour(surroundings, tab, taker, flood);
    const seconds = (reading.endedAt - startedAt) / 1000;
    const growth = await growthSince(tab, memoryBefore);
    const { objectBytes } = await tab.heap();
    const payloadBytes = floodBytes(flood);
    return {
      messagesPerSecond: flood.count / seconds,
      bytesPerSecond: payloadBytes / seconds,
      frameP50: percentile(reading.frameIntervals, 50),
      frameP95: percentile(reading.frameIntervals, 95),
      frameP99: percentile(reading.frameIntervals, 99),
      longTasks: reading.longTasks.length,
      longestTask: Math.max(0, ...reading.longTasks),
      keyAnswerP95: percentile(reading.keyAnswers, 95),
      processOverPayload: growth === null ? null : growth / payloadBytes,
      processBytesPerMessage: growth === null ? null : growth / flood.count,
      pageHeapGrowth: objectBytes - heapBefore.objectBytes,
      ...(taker === 'bare' ? { search: null, jump: null } : await readBack(surroundings, tab, taker, flood)),
    };
  } finally {
    await tab.close();
  }
}

async function connect({ bare, firehose, postern }: Surroundings, tab: Tab, taker: Taker): Promise<void> {
  const url = `ws://${firehose.host}/flood`;
  if (taker === 'bare') {
    await tab.goTo(bare.url);
    await connectBare(tab, url);
  } else {
    await openPostern(tab, postern.tokenUrl);
    await connectPostern(tab, taker, url);
  }
}

async function pour(
  { firehose }: Surroundings,
  tab: Tab,
  taker: Taker,
  { count }: Flood,
): Promise<{ readonly startedAt: number; readonly reading: MeterReading }> {
  await focus(tab, 'Message');
  await tab.call(startMeter);
  let typed = Promise.resolve();
  const typing = setInterval(() => {
    typed = typed.then(() => tab.press('x'));
  }, KEY_INTERVAL_MS);
  try {
    const pouring = firehose.pour();
    await Promise.all([pouring, taker === 'bare' ? untilCounted(tab, count) : untilReceived(tab, count)]);
    const { startedAt } = await pouring;
    return { startedAt, reading: await tab.call(stopMeter) };
  } finally {
    clearInterval(typing);
    // A letter still on its way would go to whatever has the focus next.
    await typed;
  }
}

/** What is left when the garbage has gone: batches that have been read are some, and the worker's are its own. */
async function growthSince(tab: Tab, before: number | null): Promise<number | null> {
  await tab.collectGarbage();
  const after = await rendererMemory(tab.cdp);
  return after === null || before === null ? null : after - before;
}

/** Searches, jumps, and reads every message back: a flood that is not whole and in order is no result. */
async function readBack(
  { folder }: Surroundings,
  tab: Tab,
  taker: Taker,
  flood: Flood,
): Promise<Pick<FloodResult, 'search' | 'jump'>> {
  const search = flood.kind === 'json' ? await timeSearch(tab, textMarker(flood.count - 1)) : null;
  const jumps: number[] = [];
  // One after another, as one person does.
  for (const part of JUMPS) jumps.push(await timeJump(tab, part, flood.count));
  const check = new OrderCheck(flood);
  await readExport(tab, folder, (line) => check.take(line));
  assertComplete(check.report(), flood, `${flood.kind} flood, ${taker}`);
  return { search, jump: median(jumps) };
}
