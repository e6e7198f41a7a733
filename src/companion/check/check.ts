import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCodeOf } from '../errorCodeOf.ts';
import { USER_AGENT } from '../userAgent.ts';
import { CallProblem } from './callProblem.ts';
import type { CheckCommand } from './checkCommand.ts';
import { CHECK_HELP } from './checkHelp.ts';
import type { CheckResult } from './checkResult.ts';
import { formatJson } from './formatJson.ts';
import { formatJunit } from './formatJunit.ts';
import { formatText, formatTotals } from './formatText.ts';
import { choosePaint } from './paint.ts';
import { parseCheckArguments } from './parseCheckArguments.ts';
import { readTargets } from './readTargets.ts';
import { readTextFile } from './readTextFile.ts';
import { runCheck } from './runCheck.ts';
import { createVariables } from '../environment/variables.ts';
import { warnOfArguments } from './warnOfArguments.ts';

/** What a check writes to and reads from: those of the process, or a test's. */
export interface CheckSurroundings {
  readonly stdout: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly environment: NodeJS.ProcessEnv;
}

/** The exit statuses that people script with. */
export const EXIT = { passed: 0, notPassed: 1, callWrong: 2 } as const;

/** `postern check`. Resolves with the exit status. */
export async function check(args: readonly string[], surroundings: CheckSurroundings): Promise<number> {
  const { stdout, stderr } = surroundings;
  try {
    const command = parseCheckArguments(args);
    if (command !== 'help') return await runAll(command, surroundings);
    stdout.write(CHECK_HELP);
    return EXIT.passed;
  } catch (error) {
    if (!(error instanceof CallProblem)) throw error;
    stderr.write(`${error.message}\n\`postern check --help\` shows what can be asked.\n`);
    return EXIT.callWrong;
  }
}

async function runAll(
  command: CheckCommand,
  { stdout, stderr, environment }: CheckSurroundings,
): Promise<number> {
  const { envFile, printsJson, junitFile, isVerbose } = command;
  const envText =
    envFile === null ? null : await readTextFile(envFile, `The file “${envFile}” of --env-file`);
  const { targets, warnings } = await readTargets(command, createVariables(environment, envText), Date.now());
  if (junitFile !== null) await writeReport(junitFile, formatJunit([]));
  for (const warning of [...warnOfArguments(command), ...warnings]) stderr.write(`Warning: ${warning}\n`);

  const paint = choosePaint(stdout, environment);
  const results: CheckResult[] = [];
  for (const target of targets) {
    const options = { signal: new AbortController().signal, userAgent: USER_AGENT };
    // One after another: the times of one do not disturb those of the next.
    const result = await runCheck(target, command, options);
    results.push(result);
    if (!printsJson) stdout.write(`${formatText(result, paint, isVerbose)}\n\n`);
  }

  if (printsJson) stdout.write(`${formatJson(results)}\n`);
  else if (results.length > 1) stdout.write(`${formatTotals(results, paint)}\n`);
  if (junitFile !== null) await writeReport(junitFile, formatJunit(results));
  return results.every(({ isPassed }) => isPassed) ? EXIT.passed : EXIT.notPassed;
}

/** Written once before the first handshake: a place that cannot be written to is a wrong call, not a failed check. */
async function writeReport(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    const code = errorCodeOf(error, 'unwritable');
    throw new CallProblem(`The file “${path}” of --junit cannot be written (${code}).`);
  }
}
