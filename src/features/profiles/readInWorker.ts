import type { ImportReading } from '#domain/profile/import/readImport.ts';

export interface ImportRequest {
  /** Text that was pasted is a file without a name. */
  readonly files: readonly File[];
  /** The one whose variables are filled in; `null` for the first. */
  readonly environment: string | null;
}

/** Reads an import in a worker of its own: a large file takes seconds, in which the page goes on. Returns its undo. */
export function readInWorker(request: ImportRequest, onRead: (reading: ImportReading) => void): () => void {
  const worker = new Worker(new URL('./importWorker.ts', import.meta.url), {
    type: 'module',
    name: 'import',
  });
  const end = (reading: ImportReading) => {
    worker.terminate();
    onRead(reading);
  };
  worker.addEventListener('message', (event: MessageEvent<ImportReading>) => end(event.data));
  worker.addEventListener('error', () => end({ kind: 'problem', message: BROKEN }));
  worker.postMessage(request);
  return () => worker.terminate();
}

const BROKEN =
  'The files could not be read: the part of Postern that reads them could not be loaded, or has failed.';
