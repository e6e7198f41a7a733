import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parseJsonWith } from '#wire/parsed.ts';
import type { Certificate } from './emulators/server/certificate.ts';
import { createPrivateFile, readPrivateFile } from './guard/privateFile.ts';

const CertificateSchema = v.object({ certificatePem: v.string(), keyPem: v.string() });

/** The local gateways' certificate of the last start, for whoever has come to trust it; `null` when there is none. */
export async function readCertificate(folder: string): Promise<Certificate | null> {
  const text = await readPrivateFile(pathIn(folder));
  if (text === null) return null;
  const certificate = parseJsonWith(CertificateSchema, text);
  return certificate.ok ? certificate.value : null;
}

export async function keepCertificate(folder: string, certificate: Certificate): Promise<void> {
  await rm(pathIn(folder), { force: true });
  // False when another start kept one at the same moment: as good.
  await createPrivateFile(pathIn(folder), JSON.stringify(certificate));
}

function pathIn(folder: string): string {
  return join(folder, 'local-gateway-certificate.json');
}
