import { useState } from 'react';
import type { ComponentType } from 'react';
import { formatBytes } from '#domain/format/formatBytes.ts';
import { Notice } from '#ui/Notice.tsx';
import { CopyPayload } from './CopyPayload.tsx';
import { CopyProgress } from './CopyProgress.tsx';
import { ShowAs } from './ShowAs.tsx';
import { readUnpacked } from './entryReading.ts';
import type { EntryView } from './entryReading.ts';
import type { PayloadViewProps } from './payloadViewProps.ts';
import { useCopyPayload } from './useCopyPayload.ts';

export interface UnpackedPayloadProps {
  readonly payload: Uint8Array;
  /** Why it is not all there. */
  readonly warning: string | null;
  /** What shows a payload shows what is in one. */
  readonly PayloadView: ComponentType<PayloadViewProps>;
}

/** What was packed in a payload: a payload itself, read again. */
export function UnpackedPayload({ payload, warning, PayloadView }: UnpackedPayloadProps) {
  const [reading] = useState(() => readUnpacked(payload));
  const [view, setView] = useState<EntryView>(reading.defaultView);
  const { copying, copy } = useCopyPayload(payload, reading);
  return (
    <section aria-label="Unpacked" className="flex min-h-0 flex-1 flex-col">
      <header className="flex items-center gap-2 border-b border-line py-1 pr-1 pl-3 text-xs">
        <h4 className="flex-1 font-medium">
          Unpacked{' '}
          <span className="font-normal text-ink-soft tabular-nums">{formatBytes(payload.byteLength)}</span>
        </h4>
        <ShowAs label="Show what was unpacked as" views={reading.views} view={view} onViewChange={setView} />
        <CopyPayload
          label="Copy what was unpacked"
          payload={payload}
          reading={reading}
          fileName="unpacked.bin"
          onCopy={copy}
        />
      </header>
      <CopyProgress copying={copying} byteLength={payload.byteLength} />
      {warning !== null && (
        <Notice tone="warn" className="m-2 mb-0">
          {warning}
        </Notice>
      )}
      <PayloadView payload={payload} reading={reading} view={view} />
    </section>
  );
}
