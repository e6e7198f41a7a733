import * as v from 'valibot';
import type { LeftBehind } from './requestDraft.ts';

/** Collects what an importer leaves behind, and parses what it takes. */
export class ImportNotes {
  readonly leftBehind: LeftBehind[] = [];

  leave(place: string, reason: string): void {
    this.leftBehind.push({ place, reason });
  }

  /** The value in this shape; `null`, and a word on where it differs, when it has another. */
  read<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown, place: string): Output | null {
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return parsed.output;
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    // The file's own words are not quoted: they may be a credential.
    this.leave(
      path === null ? place : `${place}.${path}`,
      `It was left out: ${issue.expected ?? 'something else'} was expected here.`,
    );
    return null;
  }
}

/** Text, or what tools write in its place: numbers and truth values of YAML; nothing is empty text. */
export const Text = v.pipe(
  v.optional(v.nullable(v.union([v.string(), v.number(), v.boolean()])), ''),
  v.transform((value) => (value === null ? '' : String(value))),
);

/** A list of anything, each of which is read by itself; nothing is an empty list. */
export const List = v.pipe(
  v.optional(v.nullable(v.array(v.unknown())), []),
  v.transform((value) => value ?? []),
);
