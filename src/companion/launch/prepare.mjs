// @ts-check
import { buildIfStale } from './build.mjs';
import { requireNode } from './checkNode.mjs';
import { installPackages } from './install.mjs';

/** Everything that has to be there before the built Postern runs; ends the process when something cannot be had. */
export async function prepareBuilt() {
  await preparePackages();
  if (!(await buildIfStale())) process.exit(1);
}

export async function preparePackages() {
  requireNode();
  await installPackages();
}
