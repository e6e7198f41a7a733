import { decodeBody } from '#domain/handshake/decodeBody.ts';
import type { UpgradeResponse } from '#domain/handshake/handshakeRecord.ts';
import { formatBytes } from '#domain/format/formatBytes.ts';
import { hexDump } from '#domain/format/hexDump.ts';
import { Badge } from '#ui/Badge.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';

/** How much of a binary body is dumped, bytes: enough to recognise a format by. */
const HEX_BYTES = 512;

/** The body of a refusal: JSON laid out, HTML as text and never as markup. */
export function BodyView({ response }: { readonly response: UpgradeResponse }) {
  const body = decodeBody(response);
  const size = response.body === null ? 0 : response.body.receivedBytes;
  if (body.kind === 'empty') return <p className="mt-1.5 px-1 text-xs text-ink-soft">The body is empty.</p>;
  return (
    <div className="mt-1.5">
      <div className="flex h-6 items-center gap-2 px-1 text-2xs text-ink-soft">
        <span>Body</span>
        <Badge>{KIND_LABELS[body.kind]}</Badge>
        <span className="tabular-nums">{formatBytes(size)}</span>
        {response.body?.isTruncated === true && <Badge tone="warn">cut: only the beginning was kept</Badge>}
        <span className="flex-1" />
        {body.kind !== 'binary' && (
          <CopyButton label="Copy the body" text={() => (body.kind === 'json' ? body.raw : body.text)} />
        )}
      </div>
      <pre className="max-h-80 overflow-auto rounded-md bg-sunken px-2.5 py-1.5 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
        {body.kind === 'binary'
          ? hexDump(body.bytes, 0, HEX_BYTES)
              .map((row) => `${row.offset}  ${row.hex}  ${row.ascii}`)
              .join('\n')
          : body.text}
      </pre>
    </div>
  );
}

const KIND_LABELS = {
  json: 'JSON',
  html: 'HTML, shown as text',
  xml: 'XML',
  text: 'text',
  binary: 'binary',
} as const;
