#!/usr/bin/env node
// @ts-check
// `npx postern …`: the command line, for `postern check` in particular. It installs nothing, because a build that calls it
// has installed what it wants; it builds what is missing or stale.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_CLI, buildIfStale } from './build.mjs';
import { requireNode } from './checkNode.mjs';
import { endWithParent } from './endWithParent.mjs';
import { ROOT } from './root.mjs';

/** As for a call that is wrong: nothing was dialled. */
const NOT_READY = 2;

requireNode();
endWithParent();
if (!existsSync(join(ROOT, 'node_modules', 'vite'))) {
  console.error('The packages of Postern are not installed: run `npm start` once, or `npm ci` in a build.');
  process.exit(NOT_READY);
}
if (!(await buildIfStale())) process.exit(NOT_READY);
await import(BUILT_CLI);
