import { annotate } from '#domain/gateway/annotate.ts';
import type { AnnotationContext } from '#domain/gateway/annotate.ts';
import { formatDuration } from '#domain/format/formatDuration.ts';
import type { TranscriptRow } from '#domain/transcript/entry.ts';
import type { RowMark } from './transcriptRowView.ts';

/** The mark of a row on screen, by its preview: a gateway's own messages are short. */
export function markOf(row: TranscriptRow, context: AnnotationContext): RowMark | null {
  if (row.kind !== 'text' || row.direction !== 'received' || row.isPreviewCut) return null;
  const annotation = annotate(row.preview, context);
  if (annotation === null) return null;
  const isTimed = annotation.answers !== null && row.answeredAfterMs !== undefined;
  const after = isTimed ? ` · ${formatDuration(row.answeredAfterMs)}` : '';
  return { tone: annotation.tone, text: `${annotation.label}${after}` };
}
