import { chromium as playwrights } from '@playwright/test';
import type { Flood } from '../bench/flood.ts';
import { launchChromium } from '../bench/launchChromium.ts';
import { assertComplete, OrderCheck } from '../bench/orderCheck.ts';
import { connectPostern, openPostern, readExport, untilReceived } from '../bench/postern.ts';
import { residentBytes } from '../bench/rendererMemory.ts';
import { serveFirehose } from '../bench/serveFirehose.ts';
import { Tab } from '../bench/tab.ts';
import { expect, test } from '../fixtures/test.ts';

const FLOOD: Flood = { kind: 'json', count: 300_000 };

/** The relay's window of 4 MiB, and what the system's and the browser's own buffers take, bytes. */
const UNDER_WAY_BOUND_BYTES = 40 * 1024 * 1024;
/** What the companion may grow by meanwhile, bytes: its windows both ways, and garbage of Node's. */
const COMPANION_BOUND_BYTES = 64 * 1024 * 1024;

test('a page that stands still slows the server, and then has every message in order', async ({
  postern,
  start,
}, testInfo) => {
  // 60 MB of messages are written to a file and read back.
  test.slow();
  const firehose = await start(serveFirehose());
  firehose.prepare(FLOOD);
  const chromium = await start(
    launchChromium(process.env['POSTERN_CHROMIUM'] ?? playwrights.executablePath()),
  );
  const tab = await Tab.open(chromium.cdp);
  const starting = tab.nextWorker(() => Promise.resolve());
  await openPostern(tab, postern.tokenUrl);
  await connectPostern(tab, 'companion', `ws://${firehose.host}/flood`);
  const engine = await starting;
  const before = await residentBytes([postern.pid]);

  // As a person does at a breakpoint, for as long as they like.
  await engine.send('Debugger.enable');
  await engine.send('Debugger.pause');
  const pouring = firehose.pour();
  let previous = 0;
  const standsStill = (): boolean => {
    const isSame = previous > 0 && firehose.poured() === previous;
    previous = firehose.poured();
    return isSame;
  };
  await expect.poll(standsStill, { intervals: [500] }).toBe(true);
  expect(previous).toBeLessThan(UNDER_WAY_BOUND_BYTES);
  const during = await residentBytes([postern.pid]);
  if (before !== null && during !== null) expect(during - before).toBeLessThan(COMPANION_BOUND_BYTES);

  await engine.send('Debugger.disable');
  await Promise.all([pouring, untilReceived(tab, FLOOD.count)]);
  const check = new OrderCheck(FLOOD);
  await readExport(tab, testInfo.outputPath(), (line) => check.take(line));
  expect(() => assertComplete(check.report(), FLOOD, 'the log')).not.toThrow();
});
