import { GATEWAYS } from '#domain/gateway/gateways.ts';
import { maskUrl } from '#domain/profile/maskUrl.ts';
import type { PastedEndpoint } from '#domain/profile/readPaste.ts';

/** What was understood of a paste, one fact a line, without any secret. */
export function importSummary(endpoint: PastedEndpoint): readonly string[] {
  const { parameters, headers, subprotocols, secrets, gateway } = endpoint;
  return [
    maskUrl(endpoint.url),
    gateway === null ? null : GATEWAYS[gateway].name,
    named(
      'Query parameters',
      parameters.map((field) => field.name),
    ),
    named(
      'Headers',
      headers.map((field) => field.name),
    ),
    named(
      'Subprotocols',
      subprotocols.map((choice) => choice.value),
    ),
    secretsLine(Object.keys(secrets).length),
  ].filter((line) => line !== null);
}

function named(title: string, names: readonly string[]): string | null {
  return names.length === 0 ? null : `${title}: ${names.join(', ')}`;
}

function secretsLine(count: number): string | null {
  if (count === 0) return null;
  return count === 1 ? 'One value is kept as a secret.' : `${count} values are kept as secrets.`;
}
