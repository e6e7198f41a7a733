import { annotate, answeredAfterMs } from '#domain/gateway/annotate.ts';
import { formatDuration } from '#domain/format/formatDuration.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { TranscriptEntry } from '#domain/transcript/entry.ts';
import { Notice } from '#ui/Notice.tsx';
import { useSession } from '../stores/useStores.ts';
import { useAnnotationContext } from './useAnnotationContext.ts';

export interface EntryAnnotationProps {
  readonly profileId: ProfileId;
  readonly entry: TranscriptEntry;
  readonly text: string;
}

/** What the gateway means by a message of its own; nothing for any other. */
export function EntryAnnotation({ profileId, entry, text }: EntryAnnotationProps) {
  const context = useAnnotationContext(profileId);
  const rows = useSession(profileId, (session) => session.window.rows) ?? [];
  if (entry.kind !== 'text' || entry.direction !== 'received') return null;
  const annotation = annotate(text, context);
  if (annotation === null) return null;
  const { answers, tone, explanation, source } = annotation;
  const afterMs = answers === null ? null : answeredAfterMs(answers, entry.time, rows);
  return (
    <Notice tone={tone} className="m-2 mb-0">
      {explanation}
      {afterMs !== null && ` It came ${formatDuration(afterMs)} after that message.`}
      <span className="ml-2 text-2xs text-ink-soft">{source}</span>
    </Notice>
  );
}
