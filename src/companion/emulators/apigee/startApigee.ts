import type { Emulator, EmulatorOptions } from '../emulator.ts';
import type { Refusal } from '../server/answer.ts';
import type { Call } from '../server/call.ts';
import { firstRefusal } from '../server/firstRefusal.ts';
import { type BackendProblem, forwardToBackend } from '../server/forwardToBackend.ts';
import { listen, LOOPBACK } from '../server/listen.ts';
import { deriveApigeeCredentials, deriveUselessCredentials } from './credentials.ts';
import { APIGEE_FAULTS } from './faults.ts';
import { APIGEE_LIMITS } from './limits.ts';
import { BLOCKED_PATH, deployProxies, pathSuffix, type ProxyBackends } from './proxies.ts';
import { apigeeScenarios } from './scenarios.ts';

export interface ApigeeOptions extends EmulatorOptions {
  readonly backends: ProxyBackends;
}

/** Google Apigee in front of the sample's echo server. */
export async function startApigee({ port, secrets, clock, backends }: ApigeeOptions): Promise<Emulator> {
  const credentials = deriveApigeeCredentials(secrets);
  const useless = deriveUselessCredentials(secrets);
  const proxies = deployProxies(backends, credentials, useless);

  /** The order of gateways.md 4.3: load balancer, base path, PreFlow, route, target. */
  const server = await listen({
    port,
    handle(exchange) {
      const { call, answer } = exchange;
      if (call.path === BLOCKED_PATH) {
        answer(APIGEE_FAULTS.blockedByLoadBalancer());
        return;
      }
      if (requestLineBytes(call) > APIGEE_LIMITS.requestLineBytes) {
        answer(APIGEE_FAULTS.requestLineTooLong());
        return;
      }
      const proxy = proxies.find((candidate) => pathSuffix(candidate, call.path) !== null);
      if (proxy === undefined) {
        answer(APIGEE_FAULTS.unknownProxy(call));
        return;
      }
      const refusal = firstRefusal(proxy.preFlow, call);
      if (refusal !== null) answer(refusal);
      else if ('fault' in proxy.target) answer(proxy.target.fault());
      else {
        const { port: targetPort, cut = {}, stripsUpgrade = false } = proxy.target;
        forwardToBackend(exchange, {
          target: { port: targetPort, path: targetPath(call, pathSuffix(proxy, call.path) ?? '') },
          onProblem: (problem) => TARGET_FAULTS[problem](),
          clock,
          answerMs: APIGEE_LIMITS.answerMs,
          cut,
          stripsUpgrade,
        });
      }
    },
  });

  const baseUrl = `ws://${LOOPBACK}:${server.port}`;
  return {
    gateway: {
      gateway: 'apigee',
      name: 'Google Apigee',
      baseUrl,
      scenarios: apigeeScenarios(baseUrl, credentials, useless),
    },
    credentials: { ...credentials },
    reset: () => {
      server.disconnectAll();
    },
    close: () => server.close(),
  };
}

const TARGET_FAULTS: Readonly<Record<BackendProblem, () => Refusal>> = {
  unreachable: APIGEE_FAULTS.targetDown,
  'ended early': APIGEE_FAULTS.targetEndedEarly,
  silent: APIGEE_FAULTS.targetSilent,
};

function requestLineBytes({ method, path, search }: Call): number {
  return Buffer.byteLength(`${method} ${path}${search} HTTP/1.1`);
}

/** The sample takes the key out before the target sees it (`AM-Remove-API-Key-Param`). */
function targetPath({ query }: Call, suffix: string): string {
  const forwarded = new URLSearchParams(query);
  forwarded.delete('apikey');
  const search = forwarded.toString();
  return `${suffix === '' ? '/' : suffix}${search === '' ? '' : `?${search}`}`;
}
