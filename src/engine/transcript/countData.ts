import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { RECORD_FLAG } from '#wire/entryBatch.ts';
import type { EntrySegment } from './entrySegment.ts';

export interface DataCounts {
  readonly sent: number;
  readonly received: number;
}

/** How many of a segment's entries `from` … `to - 1` are data messages, by direction. */
export function countData({ kinds, flags }: EntrySegment, from: number, to: number): DataCounts {
  let sent = 0;
  let received = 0;
  for (let at = from; at < to; at += 1) {
    if (kinds[at] !== ENTRY_KIND.text && kinds[at] !== ENTRY_KIND.binary) continue;
    if (((flags[at] ?? 0) & RECORD_FLAG.sent) === 0) received += 1;
    else sent += 1;
  }
  return { sent, received };
}
