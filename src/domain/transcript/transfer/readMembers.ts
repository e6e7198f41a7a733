import { parseIsoTime } from '../../format/isoTime.ts';
import type { Members } from '../../format/members.ts';
import { ENTRY_KIND } from '../entry.ts';
import type { EntryKind } from '../entry.ts';
import type { ReadEntry } from './logEntry.ts';
import { toPayload } from './payloadMembers.ts';

/** A file is not trusted: the store keeps 16 bits for the number of frames. */
const MAX_FRAMES = 0xffff;

export function isEntryKind(value: unknown): value is EntryKind {
  return typeof value === 'string' && Object.hasOwn(ENTRY_KIND, value);
}

export function problem(reason: string): ReadEntry {
  return { kind: 'problem', reason };
}

/** The entry that the members say, or what is wrong with them. */
export function readMembers(members: Members): ReadEntry {
  const { kind, direction, sequence, frames, compressed, masked } = members;
  if (kind === 'missing') return { kind: 'note', missing: readCount(members['entries']) ?? 0 };
  if (!isEntryKind(kind)) return problem(`Its kind is ${quote(kind)}, which is none of those of a log.`);
  if (direction !== 'sent' && direction !== 'received') {
    return problem(`Its direction is ${quote(direction)}: it can be “sent” or “received”.`);
  }
  const time = readTime(members);
  if (time === null) return problem('It has no time: neither “epochMs” nor “time” says one.');
  const payload = toPayload(kind, {
    text: textOf(members['text']),
    base64: textOf(members['base64']),
    reason: textOf(members['reason']),
    closeCode: readCount(members['closeCode']) ?? undefined,
  });
  if (!payload.ok) return problem(payload.message);
  return {
    kind: 'entry',
    entry: {
      sequence: readCount(sequence),
      time,
      direction,
      kind,
      frames: Math.min(readCount(frames) ?? 1, MAX_FRAMES),
      isCompressed: compressed === true,
      isMasked: masked === true,
      payload: payload.bytes,
    },
  };
}

function readTime({ epochMs, time }: Members): number | null {
  if (typeof epochMs === 'number' && Number.isFinite(epochMs)) return epochMs;
  return typeof time === 'string' ? parseIsoTime(time) : null;
}

/** A whole number from 0 on; `null` for anything else. */
export function readCount(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The longest value that a sentence about a file quotes, characters. */
const MAX_QUOTED = 40;

function quote(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return `“${text.slice(0, MAX_QUOTED)}${text.length > MAX_QUOTED ? '…' : ''}”`;
}
