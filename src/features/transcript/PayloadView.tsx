import { assertNever } from '#domain/assertNever.ts';
import { DecodedPayload } from './DecodedPayload.tsx';
import { EntryHex } from './EntryHex.tsx';
import { EntryJson } from './EntryJson.tsx';
import { EntryText } from './EntryText.tsx';
import type { PayloadViewProps } from './payloadViewProps.ts';

/** A payload as the person wants to see it. */
export function PayloadView({ payload, reading, view }: PayloadViewProps) {
  switch (view) {
    case 'text':
      return <EntryText bytes={payload} text={reading.text} isUtf8={reading.isUtf8} />;
    case 'json':
      return <EntryJson bytes={payload} json={reading.json} />;
    case 'decoded':
      return <DecodedPayload payload={payload} detected={reading.detected} PayloadView={PayloadView} />;
    case 'hex':
      return <EntryHex bytes={payload} />;
    default:
      return assertNever(view);
  }
}
