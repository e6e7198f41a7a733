import { startMeter, stopMeter } from './meter.ts';
import type { MeterReading } from './meter.ts';
import { fill, focus, openPostern } from './postern.ts';
import { percentile } from './statistics.ts';
import type { Surroundings } from './surroundings.ts';
import { Tab } from './tab.ts';

/** What a list of thousands costs. Times are ms. */
export interface ProfilesResult {
  /** From the call of the page to the frame in which the list shows them. */
  readonly listed: number;
  readonly urlKeyP95: number;
  readonly searchKeyP95: number;
  readonly scrollFrameP50: number;
  readonly scrollFrameP95: number;
}

export const PROFILES = 5_000;

const URL_TEXT = 'ws://gateway.example.com/chat';
const SEARCH_TEXT = 'endpoint 1234';
/** A letter now and then, as a person types. */
const KEY_INTERVAL_MS = 80;

/** Over the list, and from one end of it to a good part of the way. */
const LIST = { x: 120, y: 400 };
const WHEEL_STEPS = 60;
const WHEEL_PIXELS = 1_000;
const WHEEL_INTERVAL_MS = 16;

export async function measureProfiles({ chromium, postern }: Surroundings): Promise<ProfilesResult> {
  const tab = await Tab.open(chromium.cdp);
  try {
    await openPostern(tab, postern.tokenUrl);
    await fill(tab, 'Gateway URL', URL_TEXT);
    await tab.call(storeProfiles, PROFILES);
    // Another fragment would be no other page.
    await tab.goTo(new URL('/', postern.tokenUrl).href);
    const listed = await tab.call(timeToList);
    const url = await metered(tab, () => typeInto(tab, 'Gateway URL', URL_TEXT));
    const search = await metered(tab, () => typeInto(tab, 'Search profiles', SEARCH_TEXT));
    await tab.erase();
    const scroll = await metered(tab, () => scrollList(tab));
    return {
      listed,
      urlKeyP95: percentile(url.keyAnswers, 95),
      searchKeyP95: percentile(search.keyAnswers, 95),
      scrollFrameP50: percentile(scroll.frameIntervals, 50),
      scrollFrameP95: percentile(scroll.frameIntervals, 95),
    };
  } finally {
    await tab.close();
  }
}

async function metered(tab: Tab, act: () => Promise<void>): Promise<MeterReading> {
  await tab.call(startMeter);
  await act();
  return await tab.call(stopMeter);
}

async function typeInto(tab: Tab, name: string, text: string): Promise<void> {
  await focus(tab, name);
  for (const letter of text) {
    await tab.press(letter);
    // One letter after another is what is measured.
    await pause(KEY_INTERVAL_MS);
  }
  await focus(tab, name);
}

async function scrollList(tab: Tab): Promise<void> {
  for (let step = 0; step < WHEEL_STEPS; step += 1) {
    await tab.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      ...LIST,
      deltaX: 0,
      deltaY: WHEEL_PIXELS,
    });
    await pause(WHEEL_INTERVAL_MS);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

// What follows runs in the page.

/** Profiles made of the draft of what was typed, as the page itself stores them, in two hundred folders. */
async function storeProfiles(count: number): Promise<void> {
  const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error(String(request.error))));
    });
  const database = await settled(indexedDB.open('postern'));
  let drafts: unknown[] = [];
  while (drafts.length === 0) {
    // What is typed is written a moment later.
    drafts = await settled(database.transaction('drafts').objectStore('drafts').getAll());
  }
  const transaction = database.transaction('profiles', 'readwrite');
  const store = transaction.objectStore('profiles');
  for (let number = 0; number < count; number += 1) {
    const profile = {
      ...(drafts[0] as object),
      id: `bench-${number}`,
      name: `Endpoint ${number} of team ${number % 40}`,
      folder: `Team ${number % 40}/Service ${number % 200}`,
      url: `wss://gateway-${number % 97}.example.com/service/${number}`,
    };
    store.put(profile, profile.id);
  }
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  database.close();
}

function timeToList(): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      const rows = [...document.querySelectorAll('[role="treeitem"]')];
      if (rows.some(({ textContent }) => textContent.includes('Endpoint'))) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });
}
