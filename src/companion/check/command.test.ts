import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBuilder } from 'vite';
import { acceptUpgrade, answerAndEnd } from '../testing/answers.ts';
import { serve } from '../testing/serve.ts';
import type { CommandRun } from './testing/runCommand.ts';

/** For building the command line on a machine that does other things too, ms. */
const BUILD_LIMIT_MS = 60_000;

/** For a few calls one after another there, ms: each begins with starting Node. */
const CALLS_LIMIT_MS = 30_000;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postern-built-'));
  const build = { outDir: folder, emptyOutDir: true };
  const builder = await createBuilder({ logLevel: 'error', environments: { companion: { build } } });
  const { companion } = builder.environments;
  if (companion === undefined) throw new Error('vite.config.ts has no environment for the companion.');
  await builder.build(companion);
}, BUILD_LIMIT_MS);
afterAll(() => rm(folder, { recursive: true }));

/** The built command line as a process of its own, as `npx postern check` starts it. */
async function runBuilt(...args: readonly string[]): Promise<CommandRun> {
  const child = spawn(process.execPath, [join(folder, 'cli.js'), 'check', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const status = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  return { status, ...output };
}

/** Opens, and answers the first frame with a text message that says `pong`. */
async function serveOpen(): Promise<string> {
  const { port } = await serve(
    acceptUpgrade([], (socket) =>
      socket.once('data', () => socket.end(Buffer.from([0x81, 4, ...Buffer.from('pong'), 0x88, 0]))),
    ),
  );
  return `ws://127.0.0.1:${port}/`;
}

async function serveRefusal(): Promise<string> {
  const { port } = await serve(answerAndEnd('HTTP/1.1 401 Access Denied', 'Content-Length: 0', '', ''));
  return `ws://127.0.0.1:${port}/`;
}

describe('postern check ends with', { timeout: CALLS_LIMIT_MS }, () => {
  it('0 when the handshake opened, and prints no colours to a pipe', async () => {
    const url = await serveOpen();
    const { status, stdout, stderr } = await runBuilt(url);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^✓ ${url} {2}open\n`));
  });

  it('0 when it was refused as expected', async () => {
    expect(await runBuilt('--expect', '401', await serveRefusal())).toMatchObject({ status: 0, stderr: '' });
  });

  it('0 when the expected reply came, else 1', async () => {
    const url = await serveOpen();
    const replied = await runBuilt(url, '--send', 'ping', '--expect-reply', '^pong$');
    expect(replied.status).toBe(0);
    expect(replied.stdout).toContain('reply    pong');
    const differed = await runBuilt(url, '--send', 'ping', '--expect-reply', '^PONG$');
    expect(differed.status).toBe(1);
    expect(differed.stdout).toContain('open; ended with 1005 No Status Received');
    const missing = await runBuilt(url, '--expect-reply', 'x', '--reply-timeout', '100');
    expect(missing.status).toBe(1);
    expect(missing.stdout).toContain('no expected reply within');
  });

  it('1 when one of several was refused, and says how many', async () => {
    const { status, stdout } = await runBuilt(await serveOpen(), await serveRefusal());
    expect(status).toBe(1);
    expect(stdout).toMatch(/\n2 checked: 1 as expected, 1 not\n$/);
  });

  it('1 when it opened where a refusal was expected', async () => {
    expect((await runBuilt('--expect', '401', await serveOpen())).status).toBe(1);
  });

  it('2 when the call is wrong, with one sentence and where to find help', async () => {
    expect(await runBuilt('--expct', '401', 'ws://127.0.0.1:1/')).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /^Unknown option '--expct'.*\n`postern check --help` shows what can be asked\.\n$/s,
      ),
    });
    const report = join(folder, 'cli.js', 'report.xml');
    expect(await runBuilt('--junit', report, 'ws://127.0.0.1:1/')).toMatchObject({ status: 2, stdout: '' });
  });

  it('0 for its help', async () => {
    const { status, stdout } = await runBuilt('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--expect-reply REGEX');
  });

  it('the same status with --json, one document and a JUnit report', async () => {
    const junit = join(folder, 'reports', 'check.xml');
    const { status, stdout } = await runBuilt('--json', '--junit', junit, await serveRefusal());
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'postern-check', passed: false });
    expect(await readFile(junit, 'utf8')).toContain('tests="1" failures="1"');
  });
});
