// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from './isInstalled.mjs';
import { showProgress } from './progress.mjs';
import { ROOT } from './root.mjs';
import { runNpm } from './run.mjs';

const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');
/** Which system the packages were installed on: some of them are built for one system only. */
const SYSTEM_STAMP = join(ROOT, 'node_modules', '.postern-system');
const SYSTEM = `${process.platform} ${process.arch} node-${process.versions.node.split('.')[0]}`;

/** Of npm's complaint: what went wrong stands at its beginning, and all of its options may follow. */
const SHOWN_LINES = 15;

/** Installs from the lock file what is missing; ends the process when that fails. */
export async function installPackages() {
  if (isUpToDate()) return;
  const done = showProgress('Installing packages from package-lock.json');
  // `--include=dev`: the build's tools are needed even where NODE_ENV says production.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { exitCode, output } = await runNpm(args, { isQuiet: true });
  if (exitCode !== 0) {
    done('Could not install the packages: gave up');
    console.error(output.trim().split('\n').slice(0, SHOWN_LINES).join('\n'));
    console.error('npm could not install the packages. Is the network there? Then run the command again.');
    process.exit(1);
  }
  writeFileSync(SYSTEM_STAMP, SYSTEM);
  done('Installed packages');
}

function isUpToDate() {
  const locked = readJson(join(ROOT, 'package-lock.json'));
  const installed = readJson(INSTALLED);
  if (installed === null || !isInstalled(locked?.packages ?? {}, installed.packages ?? {})) return false;
  const system = readText(SYSTEM_STAMP);
  // No stamp: somebody ran `npm install` by hand, here and now as far as anyone can tell.
  if (system === null) writeFileSync(SYSTEM_STAMP, SYSTEM);
  return system === null || system === SYSTEM;
}

/**
 * @param {string} path
 * @returns {{ packages?: import('./isInstalled.mjs').LockedPackages } | null}
 */
function readJson(path) {
  const text = readText(path);
  return text === null ? null : JSON.parse(text);
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Not there, or not readable: either way there is nothing to go by.
    return null;
  }
}
