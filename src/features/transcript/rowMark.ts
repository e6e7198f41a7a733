import { annotate, answeredAfterMs } from '#domain/gateway/annotate.ts';
import type { AnnotationContext } from '#domain/gateway/annotate.ts';
import { formatDuration } from '#domain/format/formatDuration.ts';
import type { TranscriptRow } from '#domain/transcript/entry.ts';
import type { RowMark } from './transcriptRowView.ts';

/** The mark of a row on screen, by its preview: a gateway's own messages are short. `rows` may hold what it answers. */
export function markOf(
  row: TranscriptRow,
  rows: readonly TranscriptRow[],
  context: AnnotationContext,
): RowMark | null {
  if (row.kind !== 'text' || row.direction !== 'received' || row.isPreviewCut) return null;
  const annotation = annotate(row.preview, context);
  if (annotation === null) return null;
  const afterMs = annotation.answers === null ? null : answeredAfterMs(annotation.answers, row.time, rows);
  const after = afterMs === null ? '' : ` · ${formatDuration(afterMs)}`;
  return { tone: annotation.tone, text: `${annotation.label}${after}` };
}
