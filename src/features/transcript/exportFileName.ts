import { toFileName } from '#domain/format/toFileName.ts';
import type { LogForm } from '#domain/transcript/transfer/logEncoder.ts';

/** For example `Contoso-staging-2026-11-22T12-01-07.jsonl`; the time is the person's own. */
export function exportFileName(
  profileName: string,
  form: LogForm,
  time: number,
  timeZoneOffsetMinutes: number,
): string {
  const local = new Date(time - timeZoneOffsetMinutes * 60_000).toISOString();
  const stamp = local.slice(0, 'yyyy-mm-ddThh:mm:ss'.length).replaceAll(':', '-');
  return `${toFileName(profileName, 'messages')}-${stamp}.${form}`;
}
