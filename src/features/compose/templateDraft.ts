import { formatJson } from '#domain/format/parseJson.ts';
import type { MessageTemplate } from '#domain/gateway/gateway.ts';
import type { TypedMessage } from '#domain/profile/profile.ts';

/** What a template puts into the composer: JSON is laid out to be edited. */
export function templateDraft({ text }: Pick<MessageTemplate, 'text'>): TypedMessage {
  const formatted = formatJson(text);
  return formatted.ok
    ? { mode: 'json', text: formatted.text, binaryEncoding: 'hex' }
    : { mode: 'text', text, binaryEncoding: 'hex' };
}
