import type { LogForm } from '#domain/transcript/transfer/logEncoder.ts';

/** What some file system does not take in a name, and what reads badly in one. */
const UNFIT = /[^\p{L}\p{N}._-]+/gu;

/** A long name is cut, characters: file systems take 255 bytes, and people read less. */
const MAX_NAME_LENGTH = 80;

/** For example `Contoso-staging-2026-11-22T12-01-07.jsonl`; the time is the person's own. */
export function exportFileName(
  profileName: string,
  form: LogForm,
  time: number,
  timeZoneOffsetMinutes: number,
): string {
  const name = profileName
    .replace(UNFIT, '-')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/^[-.]+|[-.]+$/g, '');
  const local = new Date(time - timeZoneOffsetMinutes * 60_000).toISOString();
  const stamp = local.slice(0, 'yyyy-mm-ddThh:mm:ss'.length).replaceAll(':', '-');
  return `${name === '' ? 'messages' : name}-${stamp}.${form}`;
}
