import { useCallback, useId, useState } from 'react';
import type { ComponentType } from 'react';
import { assertNever } from '#domain/assertNever.ts';
import type { DetectedFormat } from '#domain/payload/detectFormat.ts';
import { FORMAT_NAMES } from '#domain/payload/payloadFormat.ts';
import type { PayloadFormat } from '#domain/payload/payloadFormat.ts';
import type { PayloadReader } from '#domain/payload/payloadReader.ts';
import { Select } from '#ui/Select.tsx';
import { ImagePayload } from './ImagePayload.tsx';
import { PayloadStatus } from './PayloadStatus.tsx';
import { TreeView } from './TreeView.tsx';
import { UnpackedPayload } from './UnpackedPayload.tsx';
import { describeDetected } from './describeDetected.ts';
import type { PayloadViewProps } from './payloadViewProps.ts';
import { usePayload } from './usePayload.ts';

export interface DecodedPayloadProps {
  readonly payload: Uint8Array;
  readonly detected: DetectedFormat | null;
  /** What shows a payload shows what is in one. */
  readonly PayloadView: ComponentType<PayloadViewProps>;
}

type Choice = PayloadFormat | 'none';

const FORMATS: readonly PayloadFormat[] = [
  'gzip',
  'zlib',
  'deflate',
  'msgpack',
  'cbor',
  'protobuf',
  'image',
  'base64',
];

/** A payload read as what it seems to be, or as what the person says it is. */
export function DecodedPayload({ payload, detected, PayloadView }: DecodedPayloadProps) {
  const selectId = useId();
  const [format, setFormat] = useState<Choice>(detected?.format ?? 'none');
  const options = FORMATS.map((value) => ({ value: value as Choice, label: FORMAT_NAMES[value] }));
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1 text-xs text-ink-soft">
        <span className="flex items-center gap-2">
          <label htmlFor={selectId}>Read as</label>
          <Select
            id={selectId}
            className="w-48 text-xs"
            value={format}
            options={format === 'none' ? [{ value: 'none', label: 'Choose a format' }, ...options] : options}
            onValueChange={setFormat}
          />
        </span>
        <p>{describeDetected(detected)}</p>
      </div>
      {format !== 'none' && (
        <ReadAs key={format} payload={payload} format={format} PayloadView={PayloadView} />
      )}
    </>
  );
}

interface ReadAsProps extends Pick<DecodedPayloadProps, 'payload' | 'PayloadView'> {
  readonly format: PayloadFormat;
}

function ReadAs({ payload, format, PayloadView }: ReadAsProps) {
  const decode = useCallback((reader: PayloadReader) => reader.decode(format), [format]);
  const reading = usePayload(payload, decode);
  if (reading.kind !== 'read')
    return <PayloadStatus reading={reading} label={`Reading as ${FORMAT_NAMES[format]}`} />;
  const { value: decoded } = reading;
  switch (decoded.kind) {
    case 'tree':
      return <TreeView label="Decoded" tree={decoded.tree} />;
    case 'bytes':
      return <UnpackedPayload payload={decoded.bytes} warning={decoded.warning} PayloadView={PayloadView} />;
    case 'image':
      return <ImagePayload payload={payload} {...decoded} />;
    default:
      return assertNever(decoded);
  }
}
