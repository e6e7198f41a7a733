import type { Field, Secrets } from '../../profile.ts';
import { readImport, type ImportedProfile, type ImportFile, type ImportReading } from '../readImport.ts';

/** A reading as a person compares it: a field a line, secrets in brackets, what is switched off with a `~`. */
export interface ShownImport {
  readonly formats: readonly string[];
  readonly profiles: readonly ShownProfile[];
  /** `place: reason` */
  readonly leftBehind: readonly string[];
}

interface ShownProfile {
  /** `folder/name` */
  readonly name: string;
  readonly url: string;
  readonly fields?: readonly string[];
  readonly description?: string;
  /** What goes into the composer. */
  readonly message?: string;
  /** The names of what is saved. */
  readonly saved?: readonly string[];
  readonly toFillIn?: readonly string[];
}

export async function importText(text: string, environment?: string): Promise<ShownImport> {
  return importFiles([{ name: '', text }], environment);
}

export async function importFiles(files: readonly ImportFile[], environment?: string): Promise<ShownImport> {
  const reading = await readFiles(files, environment);
  if (reading.kind === 'problem') throw new Error(reading.message);
  return {
    formats: reading.formats,
    profiles: reading.profiles.map(showProfile),
    leftBehind: reading.leftBehind.map(({ place, reason }) => `${place}: ${reason}`),
  };
}

export async function readFiles(files: readonly ImportFile[], environment?: string): Promise<ImportReading> {
  let last = 0;
  const newId = () => `id${(last += 1)}`;
  return readImport(files, environment === undefined ? { newId } : { newId, environment });
}

function showProfile({ fields, secrets, message, toFillIn }: ImportedProfile): ShownProfile {
  const shown = [
    ...(fields.parameters ?? []).map((field) => showField('?', field, secrets)),
    ...(fields.headers ?? []).map((field) => showField('', field, secrets)),
    ...(fields.subprotocols ?? []).map(({ value }) => `subprotocol: ${value}`),
    ...(fields.origin === undefined || fields.origin === '' ? [] : [`origin: ${fields.origin}`]),
  ];
  const saved = fields.messages ?? [];
  return {
    name: fields.folder === '' ? fields.name : `${fields.folder}/${fields.name}`,
    url: fields.url,
    ...(shown.length > 0 && { fields: shown }),
    ...(fields.description !== undefined && fields.description !== '' && { description: fields.description }),
    ...(message !== null && { message: `${message.mode} ${message.text}` }),
    ...(saved.length > 0 && { saved: saved.map(({ name }) => name) }),
    ...(toFillIn.length > 0 && { toFillIn }),
  };
}

function showField(mark: string, { name, value, isEnabled }: Field, secrets: Secrets): string {
  const text = value.kind === 'text' ? value.text : `[${secrets[value.secretId] ?? 'not here'}]`;
  return `${isEnabled ? '' : '~'}${mark}${name}: ${text}`;
}
