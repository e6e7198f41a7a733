import type { LogForm } from '#domain/transcript/transfer/logEncoder.ts';
import type { FileInspection } from '#wire/logTransfer.ts';
import { UnreadableFileError } from './fileReading.ts';
import type { FileReading } from './fileReading.ts';

/** The beginning of a file says what it is, bytes. */
const SNIFFED_BYTES = 64 * 1024;

/** What is in a file that may be a log; throws `UnreadableFileError` when it is none. */
export async function inspectFile(file: File, reading: FileReading): Promise<FileInspection> {
  const form = await sniffForm(file);
  if (form !== 'har') return { form, sockets: null };
  const { readHarContents } = await import('./readHarFile.ts');
  const { isOurs, sockets, hasMessages } = await readHarContents(file, reading);
  if (sockets.length === 0) {
    throw new UnreadableFileError(
      `There is no WebSocket in ${file.name}. Browsers record one only when their developer tools were open before it connected.`,
    );
  }
  if (isOurs) return { form, sockets: null };
  if (!hasMessages) {
    const count = sockets.length === 1 ? 'a WebSocket' : `${sockets.length} WebSockets`;
    throw new UnreadableFileError(
      `${file.name} has ${count}, but not what was said: Firefox and Safari leave the messages out. Record it with Chrome, Edge or Playwright, or import the file as profiles.`,
    );
  }
  return { form, sockets };
}

async function sniffForm(file: File): Promise<LogForm> {
  if (file.size === 0) throw new UnreadableFileError(`${file.name} is empty.`);
  const bytes = await file.slice(0, SNIFFED_BYTES).arrayBuffer();
  const beginning = new TextDecoder().decode(bytes).trimStart();
  if (/^\{\s*"log"\s*:/.test(beginning)) return 'har';
  if (beginning.startsWith('{')) return 'jsonl';
  const [header = ''] = beginning.split(/[\r\n]/, 1);
  if (/\bkind\b/.test(header) && /\bdirection\b/.test(header)) return 'csv';
  throw new UnreadableFileError(
    `${file.name} is no log: it is neither JSON Lines nor CSV as Postern writes them, nor a HAR file.`,
  );
}
