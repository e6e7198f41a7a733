import type { MessageTemplate } from '../gateway.ts';

/** For the sample's backend, which answers `Processed message: HELLO` (gateways.md 6.2). */
export const TEMPLATES: readonly MessageTemplate[] = [
  { id: 'ibm-text', label: 'Text to be upper-cased', text: 'hello' },
  { id: 'ibm-json', label: 'JSON', text: '{"message":"hello"}' },
];
