import type { MessageTemplate } from '../gateway.ts';

/** Apigee passes messages on unchanged (gateways.md 4.4): these suit the echo service of its sample. */
export const TEMPLATES: readonly MessageTemplate[] = [
  { id: 'apigee-echo', label: 'Echo', text: 'Hello' },
  { id: 'apigee-json', label: 'JSON', text: '{"message":"Hello"}' },
];
