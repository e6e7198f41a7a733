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
  // UTF-8 takes at most three bytes for a UTF-16 unit: a larger file is not even decoded.
  const large = files.find(({ size }) => size > 3 * MAX_IMPORT_LENGTH);
  if (large !== undefined) return { kind: 'problem', message: `${large.name} is too large to be imported.` };
  const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
  return readImport(texts, environment === null ? { newId } : { newId, environment });
}
