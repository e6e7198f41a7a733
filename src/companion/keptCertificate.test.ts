import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepCertificate, readCertificate } from './keptCertificate.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postern-certificate-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('the kept certificate', () => {
  it('is read as it was kept, and readable by its owner alone', async () => {
    expect(await readCertificate(folder)).toBeNull();
    await keepCertificate(folder, { certificatePem: 'old', keyPem: 'key' });
    await keepCertificate(folder, { certificatePem: 'new', keyPem: 'key' });
    expect(await readCertificate(folder)).toEqual({ certificatePem: 'new', keyPem: 'key' });
    const { mode } = await stat(join(folder, 'local-gateway-certificate.json'));
    expect(mode & 0o777).toBe(0o600);
  });

  it.each(['', '{}', 'not json'])('is none when the file holds %j', async (text) => {
    await writeFile(join(folder, 'local-gateway-certificate.json'), text);
    expect(await readCertificate(folder)).toBeNull();
  });
});
