import type { Clock } from '../clock.ts';
import type { Emulator, EmulatorOptions } from '../emulator.ts';
import type { Answer } from '../server/answer.ts';
import { type Call, headerOf } from '../server/call.ts';
import type { Certificate } from '../server/certificate.ts';
import type { Exchange } from '../server/exchange.ts';
import { type Check, firstRefusal } from '../server/firstRefusal.ts';
import { forwardToBackend } from '../server/forwardToBackend.ts';
import { listen, LOOPBACK } from '../server/listen.ts';
import { type Api, isWithin, publishApis } from './apis.ts';
import { deriveClientIds } from './clients.ts';
import { answer101ByHand } from './gatewayScript.ts';
import { IBM_REFUSALS } from './refusals.ts';
import { ibmScenarios } from './scenarios.ts';

export interface IbmOptions extends EmulatorOptions {
  readonly certificate: Certificate;
  readonly upperCasePort: number;
}

/** IBM API Connect over TLS with a self-signed certificate, in front of the sample's upper-case server. */
export async function startIbm({
  port,
  secrets,
  clock,
  certificate,
  upperCasePort,
}: IbmOptions): Promise<Emulator> {
  const clientIds = deriveClientIds(secrets);
  const apis = publishApis(upperCasePort);

  /** The order of gateways.md 6.4 after the base path: resource, method, security, plan, rate limit. */
  const checks: readonly Check<{ readonly call: Call; readonly api: Api }>[] = [
    ({ call, api }) => (call.path === api.basePath ? null : IBM_REFUSALS.unknownResource()),
    ({ call }) => (call.method === 'GET' ? null : IBM_REFUSALS.wrongMethod()),
    ({ call }) => (isRegistered(call) ? null : IBM_REFUSALS.badClient()),
    ({ call }) => (clientIdOf(call) === clientIds.withPlan ? null : IBM_REFUSALS.noPlan()),
    ({ api }) => (api.isRateLimited ? IBM_REFUSALS.rateLimited() : null),
  ];
  const isRegistered = (call: Call) => Object.values(clientIds).includes(clientIdOf(call));

  const server = await listen({
    port,
    certificate,
    handle(exchange) {
      const { call, answer, upgrade } = exchange;
      if (call.path === '/' && upgrade === null) {
        answer(FRONT_PAGE);
        return;
      }
      const api = apis.find((candidate) => isWithin(candidate, call.path));
      if (api === undefined) {
        answer(IBM_REFUSALS.unknownApi());
        return;
      }
      const refusal = firstRefusal(checks, { call, api });
      if (refusal === null) assemble(api, exchange, clock);
      else answer(refusal);
    },
  });

  const baseUrl = `wss://${LOOPBACK}:${server.port}`;
  return {
    gateway: {
      gateway: 'ibm',
      name: 'IBM API Connect',
      baseUrl,
      scenarios: ibmScenarios(baseUrl, clientIds),
    },
    credentials: { clientId: clientIds.withPlan, clientIdWithoutPlan: clientIds.withoutPlan },
    reset: () => {
      server.disconnectAll();
    },
    close: () => server.close(),
  };
}

/** The API's security definition says `in: query`. */
function clientIdOf({ query }: Call): string {
  return query.get('client_id') ?? '';
}

function assemble({ assembly }: Api, exchange: Exchange, clock: Clock): void {
  const { call, upgrade, answer } = exchange;
  if (assembly.policy === 'websocket-upgrade') {
    // `parameter-control` rejects every query parameter unless told otherwise, so that the target gets none.
    forwardToBackend(exchange, {
      target: { port: assembly.targetPort, path: '/' },
      onProblem: IBM_REFUSALS.backendUnreachable,
      clock,
    });
    return;
  }
  const key = headerOf(call, 'Sec-WebSocket-Key');
  // What the script does without a key to work on is not documented.
  if (upgrade === null || key === undefined) answer(IBM_REFUSALS.internalError());
  else answer101ByHand(upgrade, key, assembly.answer);
}

/** No gateway has this: it is for a person who opens the address in a tab to accept the certificate. */
const FRONT_PAGE_TEXT =
  'This is the local IBM API Connect gateway. This browser accepts its certificate now.\n';
const FRONT_PAGE: Answer = {
  status: 200,
  reasonPhrase: 'OK',
  headers: [
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Content-Length', String(Buffer.byteLength(FRONT_PAGE_TEXT))],
  ],
  body: FRONT_PAGE_TEXT,
};
