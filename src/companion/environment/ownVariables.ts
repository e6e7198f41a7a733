/** The variables by which Postern itself is set up. They are nobody's secrets: a field of the same name gets none of them. */
export const OWN_VARIABLES = {
  /** What `npm run dev` was given, as JSON: launch/dev.mjs passes it on. */
  arguments: 'POSTERN_ARGUMENTS',
  /** The browser that tests run in: launch/browser.mjs reads it. */
  chromium: 'POSTERN_CHROMIUM',
  /** Debian's lighter one beside it: launch/runPlaywright.mjs sets it, e2e/playwright.config.ts reads it. */
  headlessShell: 'POSTERN_HEADLESS_SHELL',
  /** The folder in place of the person's own for configurations. */
  configFolder: 'POSTERN_CONFIG_DIR',
} as const;
