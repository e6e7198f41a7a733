// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** Where the two test runners leave their results as JSON, for the totals. */
export const UNIT_REPORT = join(ROOT, 'node_modules', '.cache', 'postern', 'unit.json');
export const E2E_REPORT = join(ROOT, 'node_modules', '.cache', 'postern', 'e2e.json');

/**
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 */

/**
 * Of Vitest's JSON report.
 *
 * @param {unknown} report
 * @returns {Totals}
 */
export function unitTotals(report) {
  const { numPassedTests = 0, numFailedTests = 0 } =
    /** @type {{ numPassedTests?: number, numFailedTests?: number }} */ (report ?? {});
  return { passed: numPassedTests, failed: numFailedTests };
}

/**
 * Of Playwright's JSON report.
 *
 * @param {unknown} report
 * @returns {Totals}
 */
export function e2eTotals(report) {
  const { stats } = /** @type {{ stats?: { expected: number, unexpected: number, flaky: number } }} */ (
    report ?? {}
  );
  return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) };
}

/**
 * @param {string} path
 * @returns {unknown} null when the runner wrote none
 */
export function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // The runner ended before it could write: its step has failed, and says so.
    return null;
  }
}
