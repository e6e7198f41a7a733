import { CallProblem } from './callProblem.ts';
import type { CheckOverrides } from './checkCommand.ts';
import { readTextFile } from './readTextFile.ts';
import type { Variables } from '../environment/variables.ts';

/** What the options of TLS name; `null` where an option was left out. */
export interface TlsFiles {
  readonly caPem: string | null;
  readonly certificatePem: string | null;
  readonly keyPem: string | null;
  readonly passphrase: string | null;
}

export async function readTlsFiles(overrides: CheckOverrides, variables: Variables): Promise<TlsFiles> {
  const { caFile, certificateFile, keyFile, passphraseVariable } = overrides;
  return {
    caPem: await readPem('--ca', caFile),
    certificatePem: await readPem('--cert', certificateFile),
    keyPem: await readPem('--key', keyFile),
    passphrase: passphraseVariable === null ? null : readPassphrase(passphraseVariable, variables),
  };
}

async function readPem(option: string, path: string | null): Promise<string | null> {
  return path === null ? null : await readTextFile(path, `The file “${path}” of ${option}`);
}

function readPassphrase(name: string, variables: Variables): string {
  const value = variables.get(name);
  if (value !== undefined) return value;
  throw new CallProblem(`--passphrase-env names the variable ${name}, which is not set.`);
}
