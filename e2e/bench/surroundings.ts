import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostern } from '../fixtures/startPostern.ts';
import type { RunningPostern } from '../fixtures/startPostern.ts';
import { serveBarePage } from './barePage.ts';
import type { BarePage } from './barePage.ts';
import { launchChromium } from './launchChromium.ts';
import type { Chromium } from './launchChromium.ts';
import { startFirehose } from './startFirehose.ts';
import type { FirehoseProcess } from './startFirehose.ts';

/** Everything that runs while it is measured; the same for all that is compared. */
export interface Surroundings {
  readonly chromium: Chromium;
  readonly postern: RunningPostern;
  readonly bare: BarePage;
  readonly firehose: FirehoseProcess;
  /** For files that are read and gone again. */
  readonly folder: string;
}

/** Starts what `use` needs and ends it again, whatever becomes of that. */
export async function withSurroundings(
  chromiumPath: string,
  use: (surroundings: Surroundings) => Promise<void>,
): Promise<void> {
  const ends: (() => unknown)[] = [];
  const started = async <T>(starting: Promise<T>, end: (thing: T) => unknown): Promise<T> => {
    const thing = await starting;
    ends.unshift(() => end(thing));
    return thing;
  };
  try {
    const folder = await started(mkdtemp(join(tmpdir(), 'postern-bench-')), (path) =>
      rm(path, { recursive: true, force: true }),
    );
    const firehose = await started(startFirehose(), (one) => one.close());
    const bare = await started(serveBarePage(), (one) => one.close());
    const postern = await started(
      startPostern(process.execPath, 'dist/companion/cli.js', '--no-gateways', '--no-open'),
      (one) => one.stop(),
    );
    const chromium = await started(launchChromium(chromiumPath), (one) => one.close());
    await use({ chromium, postern, bare, firehose, folder });
  } finally {
    // One after another, the newest first: each may need those that were there before it.
    for (const end of ends) await end();
  }
}
