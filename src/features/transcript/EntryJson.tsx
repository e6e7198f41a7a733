import { formatBytes } from '#domain/format/formatBytes.ts';
import type { JsonOpening, PayloadReader } from '#domain/payload/payloadReader.ts';
import { Notice } from '#ui/Notice.tsx';
import { PayloadStatus } from './PayloadStatus.tsx';
import { TreeView } from './TreeView.tsx';
import { usePayload } from './usePayload.ts';

export interface EntryJsonProps {
  readonly bytes: Uint8Array;
  /** `null` when it is too long to be read at once. */
  readonly json: JsonOpening | null;
}

export function EntryJson({ bytes, json }: EntryJsonProps) {
  return json === null ? <LongJson bytes={bytes} /> : <OpenedJson opening={json} />;
}

function LongJson({ bytes }: { readonly bytes: Uint8Array }) {
  const reading = usePayload(bytes, openJson);
  if (reading.kind === 'read') return <OpenedJson opening={reading.value} />;
  return <PayloadStatus reading={reading} label={`Reading ${formatBytes(bytes.byteLength)} as JSON`} />;
}

const openJson = (reader: PayloadReader) => reader.openJson();

function OpenedJson({ opening }: { readonly opening: JsonOpening }) {
  if (opening.ok) return <TreeView label="JSON" tree={opening.tree} />;
  return (
    <Notice tone="info" className="m-2">
      This is not JSON. Line {opening.line}, column {opening.column}: {opening.message}
    </Notice>
  );
}
