// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { browserPlaces } from './browserPlaces.mjs';
import { showProgress } from './progress.mjs';
import { run, runPackage } from './run.mjs';

/** Some 170 MB from a server that may not answer at all. */
const DOWNLOAD_LIMIT_MS = 180_000;
const APT_LIMIT_MS = 240_000;
/** A browser that does not tell its version by then does not run here. */
const VERSION_LIMIT_MS = 15_000;

/**
 * The Chromium that the end-to-end tests run in: a chosen one, Playwright's own, an installed one, else one that can be
 * had now.
 *
 * @param {{ isBesideOthers?: boolean }} [options] as `showProgress` has it
 * @returns {Promise<string | null>} its path; null when there is none and none can be had
 */
export async function findBrowser(options) {
  const { chromium } = await import('@playwright/test');
  const own = () => usable(chromium.executablePath());
  return (
    chosen() ??
    own() ??
    installed() ??
    ((await downloadPlaywrights(options)) ? own() : null) ??
    ((await installDebians(options)) ? installed() : null)
  );
}

export const NO_BROWSER =
  'The end-to-end tests need Chromium, and none is here nor can be downloaded. Install Chrome, Chromium or Edge, or ' +
  'set POSTERN_CHROMIUM to the path of one, and run the command again.';

function chosen() {
  const path = process.env['POSTERN_CHROMIUM'] ?? process.env['CHROME_PATH'];
  return path === undefined || path === '' ? null : usable(path);
}

function installed() {
  for (const path of browserPlaces(process.platform, process.env)) {
    const found = usable(path);
    if (found !== null) return found;
  }
  return null;
}

/**
 * `path` when a browser runs there. Being there is not enough: Ubuntu's chromium-browser is a script that asks for a snap.
 *
 * @param {string} path
 */
function usable(path) {
  if (!existsSync(path)) return null;
  // On Windows `--version` opens a window.
  if (process.platform === 'win32') return path;
  const { status } = spawnSync(path, ['--version', '--no-sandbox'], {
    timeout: VERSION_LIMIT_MS,
    stdio: 'ignore',
  });
  return status === 0 ? path : null;
}

/** @param {{ isBesideOthers?: boolean }} [options] */
async function downloadPlaywrights(options) {
  const done = showProgress('Downloading Chromium', options);
  const { exitCode } = await runPackage('@playwright/test/cli.js', ['install', 'chromium'], {
    isQuiet: true,
    limitMs: DOWNLOAD_LIMIT_MS,
  });
  done(exitCode === 0 ? 'Downloaded Chromium' : 'Chromium could not be downloaded: gave up');
  return exitCode === 0;
}

/** @param {{ isBesideOthers?: boolean }} [options] */
async function installDebians(options) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const done = showProgress('Installing the package chromium', options);
  const apt = { isQuiet: true, limitMs: APT_LIMIT_MS, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const updated = await run('apt-get', ['update'], apt);
  const result = updated.exitCode === 0 ? await run('apt-get', ['install', '-y', 'chromium'], apt) : updated;
  done(result.exitCode === 0 ? 'Installed chromium' : 'The package could not be installed: gave up');
  return result.exitCode === 0;
}
