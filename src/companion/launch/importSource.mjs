// @ts-check
import { runnerImport } from 'vite';
import { ROOT } from './root.mjs';

/**
 * Imports a TypeScript module as it is: Node 20 reads none.
 *
 * @param {string} path from the project's folder
 * @returns {Promise<any>}
 */
export async function importSource(path) {
  const { module } = await runnerImport(`${ROOT}/${path}`, {
    root: ROOT,
    configFile: false,
    logLevel: 'error',
  });
  return module;
}
