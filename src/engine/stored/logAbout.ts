import * as v from 'valibot';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import type { LogFile } from './logStorage.ts';

/** What the list of past connections says of a log, without reading it. Times are milliseconds since the epoch. */
const aboutSchema = v.object({
  version: v.literal(1),
  profileId: v.string(),
  startedAt: v.number(),
  /** How many connections it has seen: one that is opened anew goes on in the same log. */
  connections: v.number(),
  /** When and how the last of them ended; `null` while it is open. */
  endedAt: v.nullable(v.number()),
  ending: v.nullable(v.string()),
  entries: v.number(),
  /** The name of the file that it was imported from. */
  importedFrom: v.exactOptional(v.string()),
});

export type LogAbout = v.InferOutput<typeof aboutSchema>;

export const ABOUT_FILE = 'about.jsonl';

/** Something happened to the connection of a log: an entry of our own says what. */
export interface LogEvent {
  readonly kind: number;
  readonly time: number;
  readonly text: string;
}

export function withEvent(about: LogAbout, { kind, time, text }: LogEvent): LogAbout {
  if (kind === ENTRY_KIND.ended) return { ...about, endedAt: time, ending: text };
  return { ...about, connections: about.connections + 1, endedAt: null, ending: null };
}

/** Adds a line: the last one that is whole holds, so that a write that was cut off costs no more than itself. */
export function appendAbout(file: LogFile, about: LogAbout): void {
  file.write(new TextEncoder().encode(`${JSON.stringify(about)}\n`), file.size());
}

/** `null` when no line of it can be read. */
export function parseAbout(text: string): LogAbout | null {
  for (const line of text.split('\n').reverse()) {
    const about = parseLine(line);
    if (about !== null) return about;
  }
  return null;
}

function parseLine(line: string): LogAbout | null {
  try {
    const parsed = v.safeParse(aboutSchema, JSON.parse(line));
    return parsed.success ? parsed.output : null;
  } catch {
    // Cut off, or empty behind the last line break: the line before it counts.
    return null;
  }
}
