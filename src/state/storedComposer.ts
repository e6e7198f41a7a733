import * as v from 'valibot';
import type { Composer } from './draftMessagesStore.ts';

const modeSchema = v.picklist(['text', 'json', 'binary']);

const storedComposerSchema = v.object({
  mode: modeSchema,
  text: v.string(),
  binaryEncoding: v.picklist(['hex', 'base64', 'file']),
  history: v.array(
    v.object({ mode: modeSchema, text: v.string(), binaryEncoding: v.picklist(['hex', 'base64']) }),
  ),
});

export type StoredComposer = v.InferOutput<typeof storedComposerSchema>;

/** The part of a composer that is kept: all but the chosen file. */
export function storedComposer({ mode, text, binaryEncoding, history }: Composer): StoredComposer {
  return { mode, text, binaryEncoding, history: [...history] };
}

/** `null` for what is no stored composer. */
export function parseComposer(record: unknown): Composer | null {
  const parsed = v.safeParse(storedComposerSchema, record);
  return parsed.success ? { ...parsed.output, file: null } : null;
}
