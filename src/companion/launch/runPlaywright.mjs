// @ts-check
import { headlessShellBeside } from './browser.mjs';
import { runPackage } from './run.mjs';

/** These show the browser, which needs windows. */
const HEADED = /^--(?:headed|ui|ui-host|ui-port|debug)(?:=|$)/;

/**
 * @param {string} browser path of the Chromium; e2e/playwright.config.ts reads it
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
export function runPlaywright(browser, args, env = {}) {
  const shell = args.some((arg) => HEADED.test(arg)) ? null : headlessShellBeside(browser);
  return runPackage('@playwright/test/cli.js', ['test', '--config', 'e2e/playwright.config.ts', ...args], {
    env: {
      ...env,
      POSTERN_CHROMIUM: browser,
      ...(shell === null ? {} : { POSTERN_HEADLESS_SHELL: shell }),
    },
  });
}
