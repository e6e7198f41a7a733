import type { Emulator, EmulatorOptions } from '../emulator.ts';
import type { Call } from '../server/call.ts';
import { type Check, firstRefusal } from '../server/firstRefusal.ts';
import { forwardToBackend } from '../server/forwardToBackend.ts';
import { listen, LOOPBACK } from '../server/listen.ts';
import type { WebPubSubTokens } from '../webpubsub/tokens.ts';
import { createJwtIssuer } from './jwt.ts';
import { APIM_REFUSALS } from './refusals.ts';
import { apimScenarios } from './scenarios.ts';
import { deriveSubscriptionKeys, subscriptionKeyOf } from './subscriptions.ts';
import { type ApiBackends, type WebSocketApi, webSocketApis } from './webSocketApis.ts';

export interface ApimOptions extends EmulatorOptions {
  readonly webPubSub: { readonly port: number; readonly tokens: WebPubSubTokens };
  readonly backends: Omit<ApiBackends, 'webPubSubPort'>;
}

/** The load balancer in front drops a flow that is idle for so long: documented for the gateway, inferred for WebSocket. */
const IDLE_MS = 4 * 60_000;

/** Azure API Management in front of Web PubSub, as the sample sets it up. */
export async function startApim(options: ApimOptions): Promise<Emulator> {
  const { port, secrets, clock, webPubSub, backends } = options;
  const keys = deriveSubscriptionKeys(secrets);
  const issuer = createJwtIssuer(secrets, clock.now());
  const apis = webSocketApis({ ...backends, webPubSubPort: webPubSub.port }, (token) =>
    issuer.isValid(token, clock.now()),
  );

  const server = await listen({
    port,
    handle(exchange) {
      const { call, answer } = exchange;
      const api = apis.find(({ path }) => path === call.path);
      // First of all the route (gateways.md 2.3).
      if (api === undefined || call.method !== 'GET') {
        answer(APIM_REFUSALS.unknownPath());
        return;
      }
      const refusal = firstRefusal(CHECKS, { call, api, ourKey: keys.ours });
      if (refusal !== null) {
        answer(refusal);
        return;
      }
      forwardToBackend(exchange, {
        // The query goes to the backend unchanged; whether the key is taken out of it first is not documented.
        target: { port: api.backend.port, path: `${api.backend.path}${call.search}` },
        onProblem: APIM_REFUSALS.backendUnreachable,
        clock,
        cut: { idleMs: IDLE_MS },
      });
    },
  });

  const baseUrl = `ws://${LOOPBACK}:${server.port}`;
  return {
    gateway: {
      gateway: 'apim',
      name: 'Azure API Management',
      baseUrl,
      scenarios: apimScenarios(baseUrl, keys, webPubSub.tokens, issuer.tokens),
    },
    credentials: {
      subscriptionKey: keys.ours,
      subscriptionKeyOfOtherProduct: keys.otherProduct,
      accessToken: webPubSub.tokens.chat,
    },
    reset: () => {
      server.disconnectAll();
    },
    close: () => server.close(),
  };
}

interface Arrival {
  readonly call: Call;
  readonly api: WebSocketApi;
  readonly ourKey: string;
}

/** The order of gateways.md 2.3 after the route: upgrade headers (I), key, policies; then comes the backend. */
const CHECKS: readonly Check<Arrival>[] = [
  ({ call, api }) => (call.isUpgrade && !api.arrivesStripped ? null : APIM_REFUSALS.notAnUpgrade()),
  ({ call, api: { keyNames, isPublished }, ourKey }) => {
    const key = subscriptionKeyOf(call, keyNames);
    if (key === '') return APIM_REFUSALS.missingKey(call, keyNames.header);
    return isPublished && key === ourKey ? null : APIM_REFUSALS.invalidKey(call, keyNames.header);
  },
  ({ call, api }) => api.policy?.(call) ?? null,
];
