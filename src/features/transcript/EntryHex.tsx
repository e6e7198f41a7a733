import { HEX_ROW_BYTES, hexDump } from '#domain/format/hexDump.ts';
import { WindowedRows } from '#ui/WindowedRows.tsx';

const ROW_HEIGHT_PX = 18;

/** Four digits are enough for the offsets of a payload of 64 KiB, and leave room for the bytes. */
const SHORT_OFFSET_BYTES = 64 * 1024;
const SHORT_OFFSET_DIGITS = 4;

export function EntryHex({ bytes }: { readonly bytes: Uint8Array }) {
  if (bytes.byteLength === 0) return <p className="px-3 py-2 text-xs text-ink-soft">The payload is empty.</p>;
  return (
    <WindowedRows
      label="Hex"
      rowCount={Math.ceil(bytes.byteLength / HEX_ROW_BYTES)}
      rowHeight={ROW_HEIGHT_PX}
      className="my-1 min-h-0 flex-1 px-3"
      renderRow={(index) => <HexLine key={index} bytes={bytes} index={index} />}
    />
  );
}

function HexLine({ bytes, index }: { readonly bytes: Uint8Array; readonly index: number }) {
  const [row] = hexDump(bytes, index * HEX_ROW_BYTES, HEX_ROW_BYTES);
  if (row === undefined) return null;
  const offset = bytes.byteLength > SHORT_OFFSET_BYTES ? row.offset : row.offset.slice(-SHORT_OFFSET_DIGITS);
  return (
    <div className="flex h-[18px] items-center gap-3 font-mono text-2xs whitespace-pre">
      <span className="text-ink-soft">{offset}</span>
      <span>{row.hex}</span>
      <span className="text-ink-soft">{row.ascii}</span>
    </div>
  );
}
