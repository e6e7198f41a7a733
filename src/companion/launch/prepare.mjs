// @ts-check
import { buildIfStale } from './build.mjs';
import { requireNode } from './checkNode.mjs';
import { endWithParent } from './endWithParent.mjs';
import { installPackages } from './install.mjs';

/** Everything that has to be there before the built Postern runs; ends the process when something cannot be had. */
export async function prepareBuilt() {
  await preparePackages();
  if (!(await buildIfStale())) process.exit(1);
}

/** What every script begins with. */
export async function preparePackages() {
  requireNode();
  endWithParent();
  await installPackages();
}
