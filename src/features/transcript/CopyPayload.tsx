import { BookmarkPlus, Copy, Download } from 'lucide-react';
import type { CopyForm } from '#domain/payload/writePayload.ts';
import { downloadFile } from '#ui/downloadFile.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu } from '#ui/Menu.tsx';
import type { EntryReading } from './entryReading.ts';

export interface CopyPayloadProps {
  readonly label: string;
  readonly payload: Uint8Array;
  readonly reading: EntryReading;
  /** Of the file in which it can be saved. */
  readonly fileName: string;
  readonly onCopy: (form: CopyForm) => void;
  /** Keeps it as a message with the profile; `null` for what is none. */
  readonly onSaveMessage?: (() => void) | null;
}

const FORM_LABELS: Readonly<Record<CopyForm, string>> = {
  text: 'Copy as text',
  json: 'Copy as JSON, indented',
  base64: 'Copy as base64',
  hex: 'Copy as hex',
};

/** The payload for the clipboard, written in the way that its next reader wants, or as a file. */
export function CopyPayload({
  label,
  payload,
  reading,
  fileName,
  onCopy,
  onSaveMessage = null,
}: CopyPayloadProps) {
  const mayBeJson = reading.json?.ok ?? (reading.text === null && reading.views.includes('json'));
  const forms: readonly CopyForm[] = mayBeJson
    ? ['text', 'json', 'base64', 'hex']
    : ['text', 'base64', 'hex'];
  const copies = forms.map((form) => ({
    label: FORM_LABELS[form],
    icon: <Copy />,
    onSelect: () => onCopy(form),
  }));
  const save = {
    label: 'Save the payload as a file',
    icon: <Download />,
    onSelect: () => downloadFile(fileName, new Blob([new Uint8Array(payload)])),
  };
  const keep =
    onSaveMessage === null
      ? []
      : [{ label: 'Save as a message…', icon: <BookmarkPlus />, onSelect: onSaveMessage }];
  return (
    <Menu
      trigger={<IconButton size="small" label={label} icon={<Copy />} />}
      groups={[copies, [save, ...keep]]}
    />
  );
}
