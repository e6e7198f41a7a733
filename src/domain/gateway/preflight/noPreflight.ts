import type { EndpointWarning } from './endpoint.ts';

/** For a gateway whose owner decides everything that shows before an attempt. */
export function noPreflight(): readonly EndpointWarning[] {
  return [];
}
