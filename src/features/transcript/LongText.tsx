import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { formatBytes } from '#domain/format/formatBytes.ts';
import type { PayloadReader, TextOpening } from '#domain/payload/payloadReader.ts';
import { WindowedRows } from '#ui/WindowedRows.tsx';
import { NoUtf8 } from './NoUtf8.tsx';
import { PayloadStatus } from './PayloadStatus.tsx';
import { columnsIn } from './columnsIn.ts';
import { usePayload } from './usePayload.ts';
import { useReadRows } from './useReadRows.ts';

const ROW_HEIGHT_PX = 18;

/** Characters that are laid out to see how wide one is. */
const MEASURED_CHARACTERS = 100;

/** A text of megabytes, or one long line: broken to the width there is, and only what is in sight is laid out. */
export function LongText({ bytes }: { readonly bytes: Uint8Array }) {
  const box = useRef<HTMLDivElement>(null);
  const measure = useRef<HTMLSpanElement>(null);
  const [columns, setColumns] = useState<number | null>(null);
  useLayoutEffect(() => {
    const [element, characters] = [box.current, measure.current];
    if (element === null || characters === null) return undefined;
    const observer = new ResizeObserver(() =>
      setColumns(columnsIn(element.clientWidth, characters.offsetWidth / MEASURED_CHARACTERS)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} className="relative flex min-h-0 flex-1 flex-col">
      <span
        ref={measure}
        aria-hidden
        className="invisible absolute overflow-hidden font-mono text-xs whitespace-pre"
      >
        {'0'.repeat(MEASURED_CHARACTERS)}
      </span>
      {columns !== null && <WrappedText key={columns} bytes={bytes} columns={columns} />}
    </div>
  );
}

function WrappedText({ bytes, columns }: { readonly bytes: Uint8Array; readonly columns: number }) {
  const openText = useCallback((reader: PayloadReader) => reader.openText(columns), [columns]);
  const reading = usePayload(bytes, openText);
  if (reading.kind === 'read') return <TextRowsView text={reading.value} />;
  return <PayloadStatus reading={reading} label={`Reading ${formatBytes(bytes.byteLength)} as text`} />;
}

function TextRowsView({ text }: { readonly text: TextOpening }) {
  const { rowAt, onWindow } = useReadRows(text.read);
  return (
    <>
      {!text.isUtf8 && <NoUtf8 />}
      <WindowedRows
        label="Text"
        rowCount={text.rowCount}
        rowHeight={ROW_HEIGHT_PX}
        onWindow={onWindow}
        className="my-2 min-h-0 flex-1 px-3"
        renderRow={(index) => (
          <div key={index} className="h-[18px] font-mono text-xs whitespace-pre">
            {rowAt(index) ?? ''}
          </div>
        )}
      />
    </>
  );
}
