import type { MessageTemplate } from '../gateway.ts';

/** gateways.md 5.4: `$request.body.action` is the usual route selection expression. */
export const TEMPLATES: readonly MessageTemplate[] = [
  { id: 'aws-echo', label: 'Route “echo”', text: '{"action":"echo","data":"Hello"}' },
  { id: 'aws-route', label: 'Any route', text: '{"action":"routeKey","data":{}}' },
  { id: 'aws-default', label: 'No JSON: goes to $default', text: 'Hello' },
  // A data message, because ping frames are reported not to count as traffic.
  { id: 'aws-heartbeat', label: 'Heartbeat', text: '{"action":"ping"}' },
];
