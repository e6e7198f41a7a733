import { useCallback } from 'react';
import { MAX_COMPARED_BYTES } from '#domain/payload/comparison.ts';
import type { ComparedRow, Comparison } from '#domain/payload/comparison.ts';
import type { PayloadReader } from '#domain/payload/payloadReader.ts';
import { formatBytes } from '#domain/format/formatBytes.ts';
import { formatCount } from '#domain/format/formatCount.ts';
import type { TranscriptEntry } from '#domain/transcript/entry.ts';
import { classNames } from '#ui/classNames.ts';
import { Notice } from '#ui/Notice.tsx';
import { WindowedRows } from '#ui/WindowedRows.tsx';
import { PayloadStatus } from './PayloadStatus.tsx';
import { usePayload } from './usePayload.ts';

const ROW_HEIGHT_PX = 18;

const LOOKS: Readonly<Record<ComparedRow['kind'], { readonly sign: string; readonly look: string }>> = {
  same: { sign: ' ', look: 'text-ink-soft' },
  removed: { sign: '−', look: 'bg-bad-soft text-ink' },
  added: { sign: '+', look: 'bg-good-soft text-ink' },
  skipped: { sign: '⋯', look: 'bg-sunken text-ink-soft' },
};

export interface ComparedEntriesProps {
  /** The entry that was chosen first. */
  readonly from: TranscriptEntry;
  readonly to: TranscriptEntry;
}

/** What another entry has that the first has not, and the other way round. */
export function ComparedEntries({ from, to }: ComparedEntriesProps) {
  if (Math.max(from.byteLength, to.byteLength) > MAX_COMPARED_BYTES) {
    return (
      <Notice tone="info" className="m-2">
        Only messages of up to {formatBytes(MAX_COMPARED_BYTES)} are compared here. Save both as files to
        compare them elsewhere.
      </Notice>
    );
  }
  return <Compared from={from.payload} to={to.payload} />;
}

function Compared({ from, to }: { readonly from: Uint8Array; readonly to: Uint8Array }) {
  const compare = useCallback((reader: PayloadReader) => reader.compareWith(to), [to]);
  const reading = usePayload(from, compare);
  if (reading.kind !== 'read') return <PayloadStatus reading={reading} label="Comparing" />;
  const comparison = reading.value;
  return (
    <>
      <p className="border-b border-line px-3 py-1 text-xs text-ink-soft">{summaryOf(comparison)}</p>
      {comparison.removed + comparison.added > 0 && (
        <WindowedRows
          label="Differences"
          rowCount={comparison.rows.length}
          rowHeight={ROW_HEIGHT_PX}
          className="my-1 min-h-0 flex-1"
          renderRow={(index) => {
            const row = comparison.rows[index];
            return row === undefined ? null : <ComparedLine key={index} row={row} />;
          }}
        />
      )}
    </>
  );
}

function ComparedLine({ row }: { readonly row: ComparedRow }) {
  const { sign, look } = LOOKS[row.kind];
  return (
    <div className={classNames('flex h-[18px] gap-2 px-3 font-mono text-xs whitespace-pre', look)}>
      <span className="w-2 shrink-0 text-ink-soft">{sign}</span>
      <span>{row.text}</span>
    </div>
  );
}

const COMPARED_AS: Readonly<Record<Comparison['as'], string>> = {
  json: 'as indented JSON',
  text: 'line by line',
  hex: 'as bytes, 16 a line',
};

function summaryOf({ as, removed, added }: Comparison): string {
  if (removed + added === 0) return `No difference, compared ${COMPARED_AS[as]}.`;
  return `${formatCount(removed)} removed, ${formatCount(added)} added, compared ${COMPARED_AS[as]}.`;
}
