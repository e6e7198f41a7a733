import { annotate } from '#domain/gateway/annotate.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { TranscriptEntry } from '#domain/transcript/entry.ts';
import { Notice } from '#ui/Notice.tsx';
import { useAnnotationContext } from './useAnnotationContext.ts';

export interface EntryAnnotationProps {
  readonly profileId: ProfileId;
  readonly entry: TranscriptEntry;
  readonly text: string;
}

/** What the gateway means by a message of its own; nothing for any other. */
export function EntryAnnotation({ profileId, entry, text }: EntryAnnotationProps) {
  const context = useAnnotationContext(profileId);
  if (entry.kind !== 'text' || entry.direction !== 'received') return null;
  const annotation = annotate(text, context);
  if (annotation === null) return null;
  const { tone, explanation, source } = annotation;
  return (
    <Notice tone={tone} className="m-2 mb-0">
      {explanation}
      <span className="ml-2 text-2xs text-ink-soft">{source}</span>
    </Notice>
  );
}
