import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceHash } from './sourceHash.mjs';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'postern-hash-'));
  await mkdir(join(root, 'src', 'domain'), { recursive: true });
  await writeFile(join(root, 'src', 'domain', 'a.ts'), 'export {};');
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

describe('sourceHash', () => {
  it('stays while nothing changes', () => {
    expect(sourceHash(root)).toBe(sourceHash(root));
  });

  it('changes with a file that is new, longer or later', async () => {
    const hashes = [sourceHash(root)];
    await writeFile(join(root, 'index.html'), '');
    hashes.push(sourceHash(root));
    await writeFile(join(root, 'src', 'domain', 'a.ts'), 'export const a = 1;');
    hashes.push(sourceHash(root));
    await utimes(join(root, 'index.html'), 1, 1);
    hashes.push(sourceHash(root));
    expect(new Set(hashes).size).toBe(4);
  });

  it('leaves out what is not built', async () => {
    const before = sourceHash(root);
    await writeFile(join(root, 'src', 'domain', 'a.test.ts'), '');
    await writeFile(join(root, 'README.md'), '');
    expect(sourceHash(root)).toBe(before);
  });
});
