import type { Emulator, EmulatorOptions } from '../emulator.ts';
import type { Call } from '../server/call.ts';
import { type Check, firstRefusal } from '../server/firstRefusal.ts';
import { forwardToBackend } from '../server/forwardToBackend.ts';
import { listen, LOOPBACK } from '../server/listen.ts';
import type { WebPubSubTokens } from '../webpubsub/tokens.ts';
import { APIM_REFUSALS } from './refusals.ts';
import { apimScenarios } from './scenarios.ts';
import { deriveSubscriptionKeys, subscriptionKeyOf } from './subscriptions.ts';
import { BACKEND_PATH, type WebSocketApi, webSocketApis } from './webSocketApis.ts';

export interface ApimOptions extends EmulatorOptions {
  readonly webPubSub: { readonly port: number; readonly tokens: WebPubSubTokens };
}

/** Azure API Management in front of Web PubSub, as the sample sets it up. */
export async function startApim({ port, secrets, clock, webPubSub }: ApimOptions): Promise<Emulator> {
  const keys = deriveSubscriptionKeys(secrets);
  const apis = webSocketApis(webPubSub.port);
  const apiOf = ({ path }: Call): WebSocketApi | undefined => apis.find((api) => api.path === path);

  /** The order of gateways.md 2.3: route, upgrade headers (I), key, policies; then the backend. */
  const checks: readonly Check<Call>[] = [
    (call) => (apiOf(call) === undefined || call.method !== 'GET' ? APIM_REFUSALS.unknownPath() : null),
    (call) => (call.isUpgrade ? null : APIM_REFUSALS.notAnUpgrade()),
    (call) => (subscriptionKeyOf(call) === '' ? APIM_REFUSALS.missingKey(call) : null),
    (call) => (subscriptionKeyOf(call) === keys.ours ? null : APIM_REFUSALS.invalidKey(call)),
    (call) => apiOf(call)?.policy?.() ?? null,
  ];

  const server = await listen({
    port,
    handle(exchange) {
      const { call, answer } = exchange;
      const api = apiOf(call);
      const refusal = firstRefusal(checks, call);
      if (refusal !== null || api === undefined) {
        answer(refusal ?? APIM_REFUSALS.unknownPath());
        return;
      }
      // The query goes to the backend unchanged; whether the gateway takes the key out of it first is not documented.
      const target = { port: api.backendPort, path: `${BACKEND_PATH}${call.search}` };
      forwardToBackend(exchange, {
        target,
        onProblem: APIM_REFUSALS.backendUnreachable,
        clock,
      });
    },
  });

  const baseUrl = `ws://${LOOPBACK}:${server.port}`;
  return {
    gateway: {
      gateway: 'apim',
      name: 'Azure API Management',
      baseUrl,
      scenarios: apimScenarios(baseUrl, keys, webPubSub.tokens),
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
