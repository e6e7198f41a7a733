import { defineConfig } from '@playwright/test';

/** As root, as in containers, Chromium starts without its sandbox only. The rest keeps it from calling home. */
const CHROMIUM_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `npm run e2e` finds a Chromium (src/companion/launch/browser.mjs) and says where in this variable. */
const chromium = process.env['POSTERN_CHROMIUM'];

export default defineConfig({
  testDir: 'specs',
  outputDir: '.results',
  fullyParallel: true,
  // Each has a browser and a companion with its gateways: as many as a small machine's cores.
  workers: 2,
  // A test that passes at the second try has failed.
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 7_500 },
  reporter: process.env['CI'] === undefined ? 'list' : 'line',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 7_500,
    // Without a picture of each frame, which costs a small machine more than the test itself: snapshots show as much.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      args: CHROMIUM_ARGUMENTS,
      ...(chromium === undefined ? {} : { executablePath: chromium }),
    },
  },
});
