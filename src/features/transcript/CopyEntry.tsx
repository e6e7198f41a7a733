import { Copy, Download } from 'lucide-react';
import { encodeBase64 } from '#domain/format/base64.ts';
import { formatHex } from '#domain/format/formatHex.ts';
import { formatJsonNode } from '#domain/format/formatJsonNode.ts';
import type { TranscriptEntry } from '#domain/transcript/entry.ts';
import { downloadFile } from '#ui/downloadFile.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu } from '#ui/Menu.tsx';
import { useNotices } from '../stores/useStores.ts';
import type { EntryReading } from './entryReading.ts';

export interface CopyEntryProps {
  readonly entry: TranscriptEntry;
  readonly reading: EntryReading;
}

/** The payload for the clipboard, written in the way that its next reader wants, or as a file. */
export function CopyEntry({ entry, reading }: CopyEntryProps) {
  const { show } = useNotices((state) => state.actions);
  const { json, text } = reading;
  // Written at the click, so that nothing large is built before it is asked for.
  const copy = (what: string, write: () => string) => async () => {
    try {
      await navigator.clipboard.writeText(write());
      show(`Copied as ${what}.`);
    } catch {
      show('The browser did not allow copying. Select the text and copy it by hand.');
    }
  };
  const item = (what: string, write: () => string) => ({
    label: `Copy as ${what}`,
    icon: <Copy />,
    onSelect: () => void copy(what, write)(),
  });
  const save = () => {
    const name = `entry-${entry.sequence}.${entry.kind === 'binary' ? 'bin' : 'txt'}`;
    downloadFile(name, new Blob([new Uint8Array(entry.payload)]));
  };
  return (
    <Menu
      trigger={<IconButton size="small" label="Copy the entry" icon={<Copy />} />}
      groups={[
        [
          item('text', () => text),
          ...(json?.ok === true ? [item('JSON, indented', () => formatJsonNode(json.root))] : []),
          item('base64', () => encodeBase64(entry.payload)),
          item('hex', () => formatHex(entry.payload)),
        ],
        [{ label: 'Save the payload as a file', icon: <Download />, onSelect: save }],
      ]}
    />
  );
}
