import { Suspense, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { ImportJobStore } from '#state/importJob.ts';
import { classNames } from '#ui/classNames.ts';
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
  const [isOver, setOver] = useState(false);
  const start = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      setJob((await importing.load()).startImport(stores, profileId, file));
    } catch (error) {
      stores.notices.getState().actions.show(error instanceof Error ? error.message : String(error));
    }
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    if (!hasFiles(event)) return;
    event.preventDefault();
    void start(event.dataTransfer.files[0]);
  };
  const drag = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={classNames(className, isOver && 'outline-2 -outline-offset-2 outline-accent outline-dashed')}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
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
    </div>
  );
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}
