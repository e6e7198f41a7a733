// @ts-check
// `npm test`: everything, on a machine with nothing but Node and npm. A step that fails does not stop the others: one
// run tells all there is to mend.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { NO_BROWSER, findBrowser } from './browser.mjs';
import { buildIfStale } from './build.mjs';
import { preparePackages } from './prepare.mjs';
import { seconds } from './progress.mjs';
import { runPackage } from './run.mjs';
import { runPlaywright } from './runPlaywright.mjs';
import { E2E_REPORT, UNIT_REPORT, e2eTotals, readReport, unitTotals } from './testReports.mjs';

/** @typedef {{ name: string, run: () => Promise<boolean> }} Step */

/**
 * A step that says nothing unless it fails.
 *
 * @param {string} name
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {Step}
 */
function check(name, file, args) {
  return {
    name,
    async run() {
      const { exitCode, output } = await runPackage(file, args, { isQuiet: true });
      if (exitCode !== 0) console.log(output.trimEnd());
      return exitCode === 0;
    },
  };
}

await preparePackages();
mkdirSync(dirname(UNIT_REPORT), { recursive: true });
for (const report of [UNIT_REPORT, E2E_REPORT]) rmSync(report, { force: true });

// One that has to be downloaded is on its way while the first steps run.
const findingBrowser = findBrowser({ isBesideOthers: true });

/** @type {readonly Step[]} */
const STEPS = [
  check('types', 'typescript/bin/tsc', ['-b']),
  // A silencer that silences nothing is a leftover.
  check('lint', 'oxlint/bin/oxlint', ['--type-aware', '--report-unused-disable-directives-severity=error']),
  check('format', 'oxfmt/bin/oxfmt', ['--check']),
  check('dead code', 'knip/bin/knip.js', []),
  {
    name: 'unit tests',
    async run() {
      const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
      return (await runPackage('vitest/vitest.mjs', args)).exitCode === 0;
    },
  },
  { name: 'build', run: buildIfStale },
  {
    name: 'end-to-end tests',
    async run() {
      const browser = await findingBrowser;
      if (browser === null) {
        console.error(NO_BROWSER);
        return false;
      }
      const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT };
      return (await runPlaywright(browser, ['--reporter=line,json'], env)).exitCode === 0;
    },
  },
];

/** @type {string[]} */
const failed = [];
for (const [index, { name, run }] of STEPS.entries()) {
  const title = `[${index + 1}/${STEPS.length}] ${name}`;
  if (name === 'end-to-end tests' && failed.includes('build')) {
    console.log(`${title}: not run, because the build failed`);
    failed.push(name);
    continue;
  }
  console.log(`${title} …`);
  const began = Date.now();
  const isPassed = await run();
  if (!isPassed) failed.push(name);
  console.log(`${title}: ${isPassed ? 'passed' : 'FAILED'} in ${seconds(Date.now() - began)}`);
}

const totals = [unitTotals(readReport(UNIT_REPORT)), e2eTotals(readReport(E2E_REPORT))];
const sum = (/** @type {'passed' | 'failed'} */ key) => totals.reduce((count, each) => count + each[key], 0);
console.log(failed.length === 0 ? '\nEverything passed.' : `\nFailed: ${failed.join(', ')}.`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(failed.length === 0 ? 0 : 1);
