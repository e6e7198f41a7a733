import { MAX_IMPORT_LENGTH } from '#domain/profile/import/importLimits.ts';
import { readImport } from '#domain/profile/import/readImport.ts';
import type { ImportReading } from '#domain/profile/import/readImport.ts';
import { newId } from '../stores/newId.ts';
import type { ImportRequest } from './readInWorker.ts';

/** The worker's entry: reads one import, and is ended by the page. */
self.addEventListener('message', (event: MessageEvent<ImportRequest>) => void answer(event.data));

async function answer(request: ImportRequest): Promise<void> {
  self.postMessage(await read(request));
}

async function read({ files, environment }: ImportRequest): Promise<ImportReading> {
  // Characters are no more than bytes: what is within in bytes, is within.
  const large = files.find(({ size }) => size > 4 * MAX_IMPORT_LENGTH);
  if (large !== undefined) return { kind: 'problem', message: `${large.name} is too large to be imported.` };
  const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
  return readImport(texts, environment === null ? { newId } : { newId, environment });
}
