import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Cdp } from './cdp.ts';

export interface Chromium {
  readonly cdp: Cdp;
  /** For example `Chrome/156.0.8078.79`. */
  readonly version: string;
  readonly close: () => Promise<void>;
}

const ARGUMENTS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Each new window would start two pages for the popup of an address bar that nobody sees, just when it is measured.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  // As root, as in containers, Chromium starts without its sandbox only.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export async function launchChromium(path: string): Promise<Chromium> {
  const folder = await mkdtemp(join(tmpdir(), 'postern-bench-'));
  const child = spawn(path, [...ARGUMENTS, `--user-data-dir=${folder}`, 'about:blank'], {
    // The protocol goes over the fourth and the fifth.
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  const output = child.stdio[3] as Writable;
  const cdp = new Cdp(child.stdio[4] as Readable, output);
  const close = async (): Promise<void> => {
    output.end();
    await closed;
    // The browser's own children may write for a moment longer.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const { product } = await cdp.send<{ product: string }>('Browser.getVersion');
    return { cdp, version: product, close };
  } catch (error) {
    await close();
    throw error;
  }
}
