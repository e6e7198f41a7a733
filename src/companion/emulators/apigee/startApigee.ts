import type { Emulator, EmulatorOptions } from '../emulator.ts';
import type { Call } from '../server/call.ts';
import { firstRefusal } from '../server/firstRefusal.ts';
import { forwardToBackend } from '../server/forwardToBackend.ts';
import { listen, LOOPBACK } from '../server/listen.ts';
import { deriveApigeeCredentials } from './credentials.ts';
import { APIGEE_FAULTS } from './faults.ts';
import { deployProxies, pathSuffix } from './proxies.ts';
import { apigeeScenarios } from './scenarios.ts';

export interface ApigeeOptions extends EmulatorOptions {
  readonly echoPort: number;
}

/** Google Apigee in front of the sample's echo server. */
export async function startApigee({ port, secrets, echoPort }: ApigeeOptions): Promise<Emulator> {
  const credentials = deriveApigeeCredentials(secrets);
  const proxies = deployProxies(echoPort, credentials);

  /** The order of gateways.md 4.3: base path, PreFlow, target. */
  const server = await listen({
    port,
    handle(exchange) {
      const { call, answer } = exchange;
      const proxy = proxies.find((candidate) => pathSuffix(candidate, call.path) !== null);
      if (proxy === undefined) {
        answer(APIGEE_FAULTS.unknownProxy(call));
        return;
      }
      const refusal = firstRefusal(proxy.preFlow, call);
      if (refusal === null) {
        const target = { port: proxy.targetPort, path: targetPath(call, pathSuffix(proxy, call.path) ?? '') };
        forwardToBackend(exchange, target, APIGEE_FAULTS.targetDown);
      } else {
        answer(refusal);
      }
    },
  });

  const baseUrl = `ws://${LOOPBACK}:${server.port}`;
  return {
    gateway: {
      gateway: 'apigee',
      name: 'Google Apigee',
      baseUrl,
      scenarios: apigeeScenarios(baseUrl, credentials),
    },
    credentials: { ...credentials },
    reset: () => {
      server.disconnectAll();
    },
    close: () => server.close(),
  };
}

/** The sample takes the key out before the target sees it (`AM-Remove-API-Key-Param`). */
function targetPath({ query }: Call, suffix: string): string {
  const forwarded = new URLSearchParams(query);
  forwarded.delete('apikey');
  const search = forwarded.toString();
  return `${suffix === '' ? '/' : suffix}${search === '' ? '' : `?${search}`}`;
}
