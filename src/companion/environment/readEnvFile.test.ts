import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StartProblem } from '../startProblem.ts';
import { readEnvFile } from './readEnvFile.ts';
import { createVariables } from './variables.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postern-env-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

describe('readEnvFile', () => {
  it('reads the file from where npm was called', async () => {
    await writeFile(join(folder, 'secrets.env'), 'POSTERN_APIKEY=k\n');
    vi.stubEnv('npm_package_name', 'postern');
    vi.stubEnv('INIT_CWD', folder);
    expect(await readEnvFile('secrets.env')).toBe('POSTERN_APIKEY=k\n');
  });

  it('takes no byte order mark for a part of the first name', async () => {
    const file = join(folder, 'secrets.env');
    await writeFile(file, '\uFEFFPOSTERN_APIKEY=k\n');
    expect(createVariables({}, await readEnvFile(file)).get('POSTERN_APIKEY')).toBe('k');
  });

  it('says which file cannot be read', async () => {
    const missing = join(folder, 'missing.env');
    await expect(readEnvFile(missing)).rejects.toThrow(
      new StartProblem(`The file ${missing} of --env-file cannot be read (ENOENT).`),
    );
    await expect(readEnvFile(folder)).rejects.toThrow(
      new StartProblem(`The file ${folder} of --env-file cannot be read (EISDIR).`),
    );
  });
});
