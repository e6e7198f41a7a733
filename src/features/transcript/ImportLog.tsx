import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { ImportJobStore } from '#state/importJob.ts';
import { FileDrop } from '#ui/FileDrop.tsx';
import { definePart, onDemand } from '#ui/onDemand.ts';
import { useStores } from '../stores/StoresContext.ts';

const ImportLogDialog = onDemand(async () => (await import('./ImportLogDialog.tsx')).ImportLogDialog);
const importing = definePart(() => import('./startImport.ts'));

export interface ImportLogProps {
  readonly profileId: ProfileId;
  readonly className: string;
  readonly children: ReactNode;
}

/** Around the log: a file that is dropped on it, or chosen, is shown as a past connection. */
export function ImportLog({ profileId, className, children }: ImportLogProps) {
  const stores = useStores();
  const [job, setJob] = useState<ImportJobStore | null>(null);
  const start = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      setJob((await importing.load()).startImport(stores, profileId, file));
    } catch (error) {
      stores.notices.getState().actions.show(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <FileDrop className={className} onFiles={([file]) => void start(file)}>
      {children}
      <input
        id="import-log"
        type="file"
        hidden
        aria-label="Log to import"
        accept=".jsonl,.ndjson,.csv,.har,.json"
        onChange={(event) => {
          void start(event.target.files?.[0]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      {job !== null && (
        <Suspense>
          <ImportLogDialog job={job} />
        </Suspense>
      )}
    </FileDrop>
  );
}
