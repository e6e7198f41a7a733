import type { Refusal } from '../server/answer.ts';
import { bearerTokenOf, type Call } from '../server/call.ts';
import type { Exchange } from '../server/exchange.ts';
import { type ClientIdentity, identify } from './clientToken.ts';
import { hubNameOf, isHubName } from './hubName.ts';
import { WEB_PUB_SUB_REFUSALS as REFUSALS } from './refusals.ts';
import { FAILING_HUB, FULL_HUB, GUARDED_HUB, PRIVATE_HUB } from './tokens.ts';

type Upgrade = NonNullable<Exchange['upgrade']>;

/** What a reliable client shows to go on with its session (gateways.md 3.5). */
export interface Recovery {
  readonly connectionId: string;
  readonly token: string;
}

export type Admission =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'recovery'; readonly recovery: Recovery; readonly upgrade: Upgrade }
  | {
      readonly kind: 'admitted';
      readonly hub: string;
      readonly identity: ClientIdentity;
      readonly upgrade: Upgrade;
    };

/** Subprotocols of gateways.md 3.2 that the service speaks and this emulator does not. */
const NOT_EMULATED = new Set(['protobuf.webpubsub.azure.v1', 'protobuf.reliable.webpubsub.azure.v1']);

/** Network, path, upgrade, token, quota, `connect` handler; the sheet gives no order for the service itself. */
export function admit({ call, upgrade }: Exchange, accessKey: string, now: number): Admission {
  const refused = (refusal: keyof typeof REFUSALS): Admission => ({
    kind: 'refused',
    refusal: REFUSALS[refusal],
  });
  const hub = hubNameOf(call);
  if (hub === PRIVATE_HUB) return refused('networkRule');
  if (hub === null) return refused('unknownPath');
  if (!isHubName(hub)) return refused('badHubName');
  if (upgrade === null || !call.isUpgrade) return refused('notAnUpgrade');
  const recovery = recoveryOf(call);
  // The reconnection token stands for the access token.
  if (recovery !== null) return { kind: 'recovery', recovery, upgrade };
  const token = tokenOf(call);
  const identity = token === null ? null : identify(token, hub, accessKey, now);
  if (identity === null) return refused('unauthorized');
  if (hub === FULL_HUB) return refused('connectionQuota');
  if (hub === GUARDED_HUB) return refused('connectHandlerRefused');
  if (hub === FAILING_HUB) return refused('connectHandlerFailed');
  if (offeredBy(call).some((offered) => NOT_EMULATED.has(offered))) return refused('subprotocolNotEmulated');
  return { kind: 'admitted', hub, identity, upgrade };
}

function recoveryOf({ query }: Call): Recovery | null {
  const [connectionId, token] = [query.get('awps_connection_id'), query.get('awps_reconnection_token')];
  return connectionId === null || token === null ? null : { connectionId, token };
}

function tokenOf(call: Call): string | null {
  return call.query.get('access_token') ?? bearerTokenOf(call) ?? null;
}

function offeredBy({ request }: Call): string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((offered) => offered.trim());
}
