// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { browserPlaces } from './browserPlaces.mjs';
import { showProgress } from './progress.mjs';
import { run, runPackage } from './run.mjs';

/** A package of Debian, and the program in it. */
const HEADLESS_SHELL = 'chromium-headless-shell';

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

/**
 * The Chromium without a browser's windows that Debian has beside the browser: the same engine, and tests take four fifths
 * of the time in it. Who has chosen a browser gets that one.
 *
 * @param {string} browser as `findBrowser` has found it
 * @returns {string | null} its path
 */
export function headlessShellBeside(browser) {
  return browser === chosen() ? null : usable(join(dirname(browser), HEADLESS_SHELL));
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
  const install = (/** @type {string} */ name) => run('apt-get', ['install', '-y', name], apt);
  const result = updated.exitCode === 0 ? await install('chromium') : updated;
  // Not every Debian has it, and the tests do without.
  if (result.exitCode === 0) await install(HEADLESS_SHELL);
  done(result.exitCode === 0 ? 'Installed chromium' : 'The package could not be installed: gave up');
  return result.exitCode === 0;
}
