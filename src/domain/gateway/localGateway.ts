import type { ConnectionRequest } from '../connection/connectionRequest.ts';
import type { GatewayId } from './gatewayId.ts';

/** One emulator that runs beside the companion. */
export interface LocalGateway {
  readonly gateway: GatewayId;
  readonly name: string;
  /** Base URL, for example `ws://127.0.0.1:4111`. */
  readonly baseUrl: string;
  readonly scenarios: readonly LocalScenario[];
}

/** Something to try on an emulator: everything to make a profile of it. */
export interface LocalScenario {
  /** Unique over all gateways, stable over restarts, for example `apim-no-key`. */
  readonly id: string;
  /** For example `APIM: no subscription key`. */
  readonly title: string;
  readonly expects: 'open' | 'refused' | 'failed';
  /** True where gateways.md has no captured or documented answer and the emulator chose one (tags I, K, ?). */
  readonly isSynthetic: boolean;
  /** A sentence: what it shows, and what is synthetic in it. */
  readonly note: string;
  readonly request: ConnectionRequest;
  /** Names of the query parameters and headers in `request` whose values are secrets. */
  readonly secretNames: readonly string[];
  /** A message worth sending once open; `null` for none. */
  readonly firstMessage: string | null;
}
