// @ts-check
import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/** A child that has been asked to end and has not is ended after so long, ms: Ctrl-C has to be over in five seconds. */
const KILL_AFTER_MS = 3_000;

/** What a shell reports for a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string | undefined>} [env] added to ours
 * @property {boolean} [isQuiet] collect the output in place of showing it
 * @property {number} [limitMs] end the program after so long
 *
 * @typedef {object} RunResult
 * @property {number} exitCode 127 when there is no such program
 * @property {string} output empty unless `isQuiet`
 */

/**
 * Runs a program to its end in the project's folder. Ctrl-C and the like reach it, and then end this process too, once
 * the program has ended: nothing stays behind.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { env = {}, isQuiet = false, limitMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // Windows starts `.cmd` files, which npm is, through a shell only.
      shell: command.endsWith('.cmd'),
    });
    /** @type {string[]} */
    const output = [];
    child.stdout?.setEncoding('utf8').on('data', (text) => output.push(text));
    child.stderr?.setEncoding('utf8').on('data', (text) => output.push(text));

    let isInterrupted = false;
    const end = (/** @type {NodeJS.Signals} */ signal) => {
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
    };
    const interrupt = (/** @type {NodeJS.Signals} */ signal) => {
      isInterrupted = true;
      end(signal);
    };
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, interrupt);
    const limit = limitMs === undefined ? undefined : setTimeout(() => end('SIGTERM'), limitMs);

    const finish = (/** @type {number} */ exitCode) => {
      clearTimeout(limit);
      for (const signal of signals) process.off(signal, interrupt);
      if (isInterrupted) process.exit(INTERRUPTED);
      resolve({ exitCode, output: output.join('') });
    };
    child.once('error', (error) => {
      output.push(`${error.message}\n`);
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

/**
 * Runs one of npm's commands with the npm that runs us, else with the one on the path.
 *
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  const npm = process.env['npm_execpath'];
  if (npm?.endsWith('npm-cli.js')) return run(process.execPath, [npm, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/**
 * Runs a package's program by its file: quicker than `npx`, and one process less between us and it.
 *
 * @param {string} file below `node_modules`
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runPackage(file, args, options) {
  return run(process.execPath, [`${ROOT}/node_modules/${file}`, ...args], options);
}
