import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import * as v from 'valibot';
import { check } from '../check.ts';

export interface CommandRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `postern check` in this process, without a terminal and with these variables alone. */
export async function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandRun> {
  const output = { stdout: '', stderr: '' };
  const status = await check(['--proxy', 'none', ...args], {
    stdout: { write: (text) => (output.stdout += text) },
    stderr: { write: (text) => (output.stderr += text) },
    environment,
  });
  return { status, ...output };
}

/** What a test looks at in the document; the rest is what `formatJson` is tested for. */
const DocumentSchema = v.object({
  checks: v.array(
    v.object({
      summary: v.string(),
      passed: v.boolean(),
      findings: v.array(v.object({ id: v.string(), gateway: v.string() })),
      record: v.object({
        outcome: v.looseObject({ kind: v.string() }),
        checks: v.array(v.object({ id: v.string(), verdict: v.string() })),
        tls: v.nullable(v.looseObject({ trust: v.looseObject({ kind: v.string() }) })),
      }),
    }),
  ),
});

export type CheckedJson = v.InferOutput<typeof DocumentSchema>['checks'][number];

/** As `runCommand` with `--json`, for one target. */
export async function checkAsJson(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandRun & { readonly checked: CheckedJson }> {
  const run = await runCommand(['--json', ...args], environment);
  const [checked] = v.parse(DocumentSchema, JSON.parse(run.stdout)).checks;
  if (checked === undefined) throw new Error('The document holds no check.');
  return { ...run, checked };
}

export interface TestFolder {
  readonly path: (name: string) => string;
  /** Returns the file's path. */
  readonly write: (name: string, text: string) => Promise<string>;
  readonly read: (name: string) => Promise<string>;
}

/** A folder that lives as long as the test. */
export async function makeFolder(): Promise<TestFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'postern-check-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    async write(name, text) {
      await writeFile(path(name), text);
      return path(name);
    },
    read: (name) => readFile(path(name), 'utf8'),
  };
}
