import type { ImportedLog } from '#state/connectionsStore.ts';
import { countEntries } from './exportSentences.ts';

/** What there is to know of a log that was imported, beside what could not be read; nothing of most. */
export function importRemarks(imported: ImportedLog): readonly string[] {
  const { missing, masked, gone, isRenumbered, logId } = imported;
  return [
    ...(gone > 0
      ? [`The oldest ${countEntries(gone)} found no room: the settings say how much of a log is kept.`]
      : []),
    ...(missing > 0 ? [`${countEntries(missing)} had gone from the log when the file was written.`] : []),
    ...(masked > 0
      ? [`In ${countEntries(masked)} secrets are masked: those are not what was on the wire.`]
      : []),
    ...(isRenumbered
      ? ['The file leaves entries out, so the entries are numbered anew, one after the other.']
      : []),
    ...(logId === null ? ['This device keeps no logs: the import lasts until the page is closed.'] : []),
  ];
}

export function isRemarkable(imported: ImportedLog): boolean {
  return imported.problemCount > 0 || importRemarks(imported).length > 0;
}
