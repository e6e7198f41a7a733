import * as v from 'valibot';
import type { Environment } from './environment.ts';
import { FieldSchema } from './storedProfile.ts';

/** The version of the schema of environments, stored and in files. */
export const ENVIRONMENT_SCHEMA_VERSION = 1;

/** An environment as it is stored: with the version of the schema that wrote it. */
export type StoredEnvironment = Environment & { readonly version: number };

export type ParsedEnvironment =
  | { readonly ok: true; readonly environment: Environment }
  | {
      readonly ok: false;
      readonly code: 'storage-newer' | 'storage-broken';
      /** A sentence. */
      readonly message: string;
    };

export const EnvironmentSchema: v.GenericSchema<unknown, Environment> = v.looseObject({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.string(),
  variables: v.array(FieldSchema),
});

export function encodeStoredEnvironment(environment: Environment): StoredEnvironment {
  return { ...environment, version: ENVIRONMENT_SCHEMA_VERSION };
}

export function parseStoredEnvironment(record: unknown): ParsedEnvironment {
  const versioned = v.safeParse(v.looseObject({ version: v.number() }), record);
  if (!versioned.success) return broken('has no version');
  const { version, ...fields } = versioned.output;
  if (version > ENVIRONMENT_SCHEMA_VERSION) {
    const message = `An environment was saved by a newer Postern (schema ${version}; this one reads ${ENVIRONMENT_SCHEMA_VERSION}). It is kept as it is: open it with the newer version.`;
    return { ok: false, code: 'storage-newer', message };
  }
  const parsed = v.safeParse(EnvironmentSchema, fields);
  if (parsed.success) return { ok: true, environment: parsed.output };
  return broken(`${v.getDotPath(parsed.issues[0]) ?? 'the whole'} is not what it should be`);
}

function broken(why: string): ParsedEnvironment {
  const message = `An environment cannot be read: ${why}. It is kept as it is.`;
  return { ok: false, code: 'storage-broken', message };
}
