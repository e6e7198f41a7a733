import type { LocalGateway } from '#wire/companionApi.ts';
import type { Emulator } from './emulator.ts';

/** What a person needs to use a local gateway with a client of their own. It holds secrets in the clear. */
export interface GatewayDescription {
  readonly gateway: LocalGateway['gateway'];
  readonly name: string;
  readonly baseUrl: string;
  /** URLs that open, by scenario. */
  readonly urls: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, string>>;
  /** Web PubSub only. */
  readonly connectionString?: string;
}

export function describeGateway(
  { gateway, credentials }: Emulator,
  connectionString: string | undefined,
): GatewayDescription {
  const open = gateway.scenarios.filter(({ expects }) => expects === 'open');
  return {
    gateway: gateway.gateway,
    name: gateway.name,
    baseUrl: gateway.baseUrl,
    urls: Object.fromEntries(open.map(({ id, request }) => [id, request.url])),
    credentials,
    ...(connectionString === undefined ? {} : { connectionString }),
  };
}
