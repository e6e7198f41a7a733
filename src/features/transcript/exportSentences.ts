import { formatBytes } from '#domain/format/formatBytes.ts';
import { formatCount } from '#domain/format/formatCount.ts';
import type { ExportedLog } from '#state/connectionsStore.ts';

/** What became of an export. */
export interface ExportSentences {
  /** `12 entries, 3.2 kB`. */
  readonly extent: string;
  /** What masking did; `null` when nothing was masked. */
  readonly masked: string | null;
  /** What is not in the file; `null` when all is. */
  readonly missing: string | null;
}

export function exportSentences(
  { entries, bytes, masked, missing }: Omit<ExportedLog, 'blob'>,
  isWithSecrets: boolean,
): ExportSentences {
  return {
    extent: `${countEntries(entries)}, ${formatBytes(bytes)}`,
    masked: isWithSecrets ? null : maskedSentence(masked),
    missing:
      missing === 0
        ? null
        : `${countEntries(missing)} had gone from the log before they could be written: newer ones took their room. The file says so at its end.`,
  };
}

function maskedSentence(masked: number): string {
  if (masked === 0) return 'No message had a known secret in it, so every byte of them is in the file.';
  return `Secrets are masked in ${countEntries(masked)}: in the file, those are not what was on the wire.`;
}

export function countEntries(count: number): string {
  return count === 1 ? '1 entry' : `${formatCount(count)} entries`;
}
