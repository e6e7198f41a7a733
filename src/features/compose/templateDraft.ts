import { formatJson } from '#domain/format/parseJson.ts';
import type { MessageTemplate } from '#domain/gateway/gateway.ts';
import type { ComposerMode } from '#state/draftMessagesStore.ts';

/** What a template puts into the composer: JSON is laid out to be edited. */
export function templateDraft({ text }: Pick<MessageTemplate, 'text'>): {
  readonly mode: ComposerMode;
  readonly text: string;
} {
  const formatted = formatJson(text);
  return formatted.ok ? { mode: 'json', text: formatted.text } : { mode: 'text', text };
}
