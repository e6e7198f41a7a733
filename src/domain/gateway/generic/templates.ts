import type { MessageTemplate } from '../gateway.ts';

export const TEMPLATES: readonly MessageTemplate[] = [
  { id: 'generic-text', label: 'Text', text: 'Hello' },
  { id: 'generic-json', label: 'JSON', text: '{"message":"Hello"}' },
];
