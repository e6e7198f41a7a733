import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadToken } from './loadToken.ts';
import { isToken } from './token.ts';

let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'postern-token-'));
  folder = join(root, 'config', 'postern');
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777;
}

describe('loadToken', () => {
  it('makes a token that only its owner can read', async () => {
    expect(isToken(await loadToken(folder))).toBe(true);
    expect(await modeOf(join(folder, 'token'))).toBe(0o600);
    expect(await modeOf(folder)).toBe(0o700);
  });

  it('returns the same token from then on', async () => {
    const token = await loadToken(folder);
    expect(await loadToken(folder)).toBe(token);
    expect(await readFile(join(folder, 'token'), 'utf8')).toBe(`${token}\n`);
  });

  it('closes a token file that others could read', async () => {
    const token = await loadToken(folder);
    await chmod(join(folder, 'token'), 0o644);
    expect(await loadToken(folder)).toBe(token);
    expect(await modeOf(join(folder, 'token'))).toBe(0o600);
  });

  it.each(['', 'not a token\n'])('replaces a file that holds %j', async (text) => {
    await loadToken(folder);
    await writeFile(join(folder, 'token'), text);
    const token = await loadToken(folder);
    expect(isToken(token)).toBe(true);
    expect(await loadToken(folder)).toBe(token);
  });
});
