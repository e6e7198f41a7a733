import { TEMPLATES as WEB_PUBSUB_TEMPLATES } from '../webpubsub/templates.ts';
import type { MessageTemplate } from '../gateway.ts';

/** API Management passes messages on unchanged (gateways.md 2.5): what to send depends on the service behind it. */
export const TEMPLATES: readonly MessageTemplate[] = [
  { id: 'apim-text', label: 'Text', text: 'Hello' },
  { id: 'apim-json', label: 'JSON', text: '{"message":"Hello"}' },
  ...WEB_PUBSUB_TEMPLATES.map(({ label, ...template }) => ({ ...template, label: `Web PubSub: ${label}` })),
];
