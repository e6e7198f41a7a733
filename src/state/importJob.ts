import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { FileInspection, ImportOrder, ImportedLog, TransferProgress } from '#engine/engineClient.ts';
import type { LogImport } from './connectionsStore.ts';

type HarSocket = NonNullable<FileInspection['sockets']>[number];

/** Where the import of one file stands. */
export type ImportStep =
  | { readonly kind: 'reading'; readonly progress: TransferProgress | null }
  /** The file has several WebSockets, of which one is shown. */
  | { readonly kind: 'choosing'; readonly sockets: readonly HarSocket[] }
  /** It has been read, and there is something to say before it is shown. */
  | { readonly kind: 'read'; readonly imported: ImportedLog }
  | { readonly kind: 'failed'; readonly message: string }
  /** It is shown, or given up. */
  | { readonly kind: 'over' };

export interface ImportJob {
  readonly fileName: string;
  readonly step: ImportStep;
  readonly actions: {
    readonly choose: (socket: HarSocket) => void;
    readonly show: () => void;
    /** Stops wherever it is, and leaves nothing behind. */
    readonly giveUp: () => void;
  };
}

export type ImportJobStore = StoreApi<ImportJob>;

export interface ImportJobOptions {
  readonly file: File;
  readonly logImport: LogImport;
  /** Whether what was read has to be looked at before it is shown. */
  readonly isRemarkable: (imported: ImportedLog) => boolean;
}

/** Begins to import a file: what is in it, which part of it, and then that part. */
export function startImportJob({ file, logImport, isRemarkable }: ImportJobOptions): ImportJobStore {
  const cancelling = new AbortController();
  const { signal } = cancelling;
  const store = createStore<ImportJob>()(() => ({
    fileName: file.name,
    step: { kind: 'reading', progress: null },
    actions: {
      choose: (socket) => void read({ form: 'har', socket }),
      show() {
        logImport.show();
        go({ kind: 'over' });
      },
      giveUp() {
        cancelling.abort();
        void logImport.discard();
        go({ kind: 'over' });
      },
    },
  }));

  function go(step: ImportStep): void {
    store.setState({ step });
  }

  const work = {
    signal,
    onProgress(progress: TransferProgress) {
      if (!signal.aborted) go({ kind: 'reading', progress });
    },
  };

  async function inspect(): Promise<void> {
    try {
      const { form, sockets } = await logImport.inspect(file, work);
      if (signal.aborted) return;
      const [only = null, ...others] = sockets ?? [];
      if (others.length > 0 && sockets !== null) go({ kind: 'choosing', sockets });
      else await read({ form, socket: only });
    } catch (error) {
      fail(error);
    }
  }

  async function read(order: ImportOrder): Promise<void> {
    go({ kind: 'reading', progress: null });
    try {
      const imported = await logImport.read(file, order, work);
      if (signal.aborted) return;
      if (isRemarkable(imported)) go({ kind: 'read', imported });
      else store.getState().actions.show();
    } catch (error) {
      fail(error);
    }
  }

  function fail(error: unknown): void {
    if (!signal.aborted)
      go({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }

  void inspect();
  return store;
}
