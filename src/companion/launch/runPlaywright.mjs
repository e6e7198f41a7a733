// @ts-check
import { runPackage } from './run.mjs';

/**
 * @param {string} browser path of the Chromium; e2e/playwright.config.ts reads it
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
export function runPlaywright(browser, args, env = {}) {
  return runPackage('@playwright/test/cli.js', ['test', '--config', 'e2e/playwright.config.ts', ...args], {
    env: { ...env, POSTERN_CHROMIUM: browser },
  });
}
