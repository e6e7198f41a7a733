import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

/**
 * Chromium draws the popup of an address bar that nobody sees in two renderers of its own for each context: half of what
 * a test costs. The last `--disable-features` counts, so the rest are those of Playwright's own list that matter here.
 */
const DISABLED_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
];

/** As root, as in containers, Chromium starts without its sandbox only. The others keep it from calling home. */
const CHROMIUM_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
];

/** Each worker has a browser and a companion with its gateways, some gigabyte of memory: a core each, within reason. */
const MIN_WORKERS = 2;
const MAX_WORKERS = 6;

/** `npm run e2e` finds a Chromium (src/companion/launch/browser.mjs) and says where in the second of these variables. */
const chromium = process.env['POSTERN_HEADLESS_SHELL'] ?? process.env['POSTERN_CHROMIUM'];

export default defineConfig({
  testDir: 'specs',
  outputDir: '.results',
  fullyParallel: true,
  workers: Math.min(Math.max(availableParallelism(), MIN_WORKERS), MAX_WORKERS),
  // A test that passes at the second try has failed.
  retries: 0,
  forbidOnly: true,
  // Limits for what hangs; on a machine that has other work, what does not takes its time.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env['CI'] === undefined ? 'list' : 'line',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    // No test looks at a motion, and each is some ten frames to draw.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 10_000,
    // A trace costs a fifth of every test. To have one: `npm run e2e -- --trace retain-on-failure`.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: CHROMIUM_ARGUMENTS,
      ...(chromium === undefined ? {} : { executablePath: chromium }),
    },
  },
});
