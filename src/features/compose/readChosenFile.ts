import { formatBytes } from '#domain/format/formatBytes.ts';
import type { ChosenFile } from '#state/draftMessagesStore.ts';

/** On its way out a message is held in the page, the worker and the companion; no gateway takes one as large as this. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The file's bytes; or a sentence that says why they cannot be had. */
export async function readChosenFile(file: File): Promise<ChosenFile | string> {
  if (file.size > MAX_FILE_BYTES) {
    return `${file.name} has ${formatBytes(file.size)}: a message can have ${formatBytes(MAX_FILE_BYTES)} at most.`;
  }
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    // Moved or changed since it was chosen, or a folder.
    return `${file.name} could not be read. Choose it again.`;
  }
}
