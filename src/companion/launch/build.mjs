// @ts-check
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { showProgress } from './progress.mjs';
import { ROOT } from './root.mjs';
import { runPackage } from './run.mjs';
import { sourceHash } from './sourceHash.mjs';

const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.sources');

/** The built command line, which `npm start` runs. */
export const BUILT_CLI = pathToFileURL(join(DIST, 'companion', 'cli.js')).href;

/**
 * Builds the page and the companion when their sources have changed since the last build.
 *
 * @returns {Promise<boolean>} false when the build failed; it has said why
 */
export async function buildIfStale() {
  const hash = sourceHash(ROOT);
  if (hash === readStamp()) return true;
  rmSync(STAMP, { force: true });
  const done = showProgress('Building the page and the companion');
  // `--app` builds every environment of vite.config.ts. A process of its own: the companion need not carry Vite.
  const { exitCode, output } = await runPackage(
    'vite/bin/vite.js',
    ['build', '--app', '--logLevel', 'warn'],
    {
      isQuiet: true,
    },
  );
  if (exitCode !== 0) {
    done('The build failed');
    console.error(output.trimEnd());
    return false;
  }
  mkdirSync(DIST, { recursive: true });
  writeFileSync(STAMP, hash);
  done('Built');
  return true;
}

function readStamp() {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    // Nothing built yet.
    return null;
  }
}
