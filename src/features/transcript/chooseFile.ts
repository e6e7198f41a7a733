import { MEDIA_TYPES } from '#domain/transcript/transfer/logEncoder.ts';
import type { LogForm } from '#domain/transcript/transfer/logEncoder.ts';

/** The File System Access API, which not every browser has. */
interface FilePicker {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }) => Promise<FileSystemFileHandle>;
}

/** What is larger is written straight into a file: a download would have all of it ready before it begins, bytes. */
export const LARGE_EXPORT_BYTES = 16 * 1024 * 1024;

/** The file that the person chooses for a large log; `null` where the browser offers no such choice. */
export async function chooseFile(name: string, form: LogForm): Promise<FileSystemFileHandle | null> {
  const { showSaveFilePicker } = window as FilePicker;
  if (showSaveFilePicker === undefined) return null;
  const types = [{ accept: { [MEDIA_TYPES[form]]: [`.${form}`] } }];
  return await showSaveFilePicker.call(window, { suggestedName: name, types });
}
