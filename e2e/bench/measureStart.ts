import { gzipSync } from 'node:zlib';
import type { Surroundings } from './surroundings.ts';
import { Tab } from './tab.ts';

export interface StartResult {
  /** From the call of the page to the frame in which the URL can be typed, in a browser that has never been here, ms. */
  readonly usable: number;
  /** Scripts that were loaded by then, compressed with gzip, bytes. */
  readonly scriptBytes: number;
  /** All that was loaded by then, compressed, bytes. */
  readonly allBytes: number;
}

declare global {
  var benchUsableAt: number | undefined;
}

export async function measureStart({ chromium, postern }: Surroundings): Promise<StartResult> {
  const tab = await Tab.open(chromium.cdp, 'new');
  try {
    await tab.send('Page.enable');
    await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchForUse.toString()})()` });
    await tab.goTo(postern.tokenUrl);
    const { usable, urls } = await tab.call(readStart);
    const files = await Promise.all(urls.map(async (url) => ({ url, bytes: await compressedSize(url) })));
    const sum = (some: typeof files): number => some.reduce((total, { bytes }) => total + bytes, 0);
    return {
      usable,
      scriptBytes: sum(files.filter(({ url }) => new URL(url).pathname.endsWith('.js'))),
      allBytes: sum(files),
    };
  } finally {
    await tab.close();
  }
}

async function compressedSize(url: string): Promise<number> {
  const response = await fetch(url);
  return gzipSync(await response.arrayBuffer()).byteLength;
}

/** Runs in the page before its own scripts. */
function watchForUse(): void {
  const look = (): void => {
    const field = document.querySelector<HTMLInputElement>('[aria-label="Gateway URL"]');
    if (field === null || field.disabled) requestAnimationFrame(look);
    else globalThis.benchUsableAt = performance.now();
  };
  look();
}

/** Runs in the page. */
async function readStart(): Promise<{ readonly usable: number; readonly urls: readonly string[] }> {
  while (globalThis.benchUsableAt === undefined) {
    // Asked again in each frame.
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const usable = globalThis.benchUsableAt;
  const files = performance
    .getEntriesByType('resource')
    .filter(
      ({ name, startTime }) => startTime <= usable && /\.(?:js|css|svg|woff2?)$/.test(new URL(name).pathname),
    );
  return { usable, urls: [location.origin + location.pathname, ...files.map(({ name }) => name)] };
}
