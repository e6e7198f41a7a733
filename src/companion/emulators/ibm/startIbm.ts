import { assertNever } from '#domain/assertNever.ts';
import type { Clock } from '../clock.ts';
import type { Emulator, EmulatorOptions } from '../emulator.ts';
import type { Answer, Refusal } from '../server/answer.ts';
import { type Call, headerOf } from '../server/call.ts';
import type { Certificate } from '../server/certificate.ts';
import type { Exchange } from '../server/exchange.ts';
import { type Check, firstRefusal } from '../server/firstRefusal.ts';
import { forwardToBackend } from '../server/forwardToBackend.ts';
import { listen, LOOPBACK } from '../server/listen.ts';
import {
  type Api,
  type IbmBackends,
  isWithin,
  publishApis,
  type Security,
  type PlanRefusal,
} from './apis.ts';
import { credentialsOf, deriveClients } from './clients.ts';
import { answer101ByHand, type ScriptedAnswer } from './gatewayScript.ts';
import { IBM_LIMITS } from './limits.ts';
import { IBM_REFUSALS } from './refusals.ts';
import { ibmScenarios } from './scenarios.ts';

export interface IbmOptions extends EmulatorOptions {
  readonly certificate: Certificate;
  readonly backends: IbmBackends;
}

/** IBM API Connect over TLS with a self-signed certificate, in front of the sample's upper-case server. */
export async function startIbm({
  port,
  secrets,
  clock,
  certificate,
  backends,
}: IbmOptions): Promise<Emulator> {
  const clients = deriveClients(secrets);
  const apis = publishApis(backends);

  /** The order of gateways.md 6.4 after the base path: resource, method, security, plan, rate limit. */
  const checks: readonly Check<{ readonly call: Call; readonly api: Api }>[] = [
    ({ call, api }) => (call.path === api.basePath ? null : IBM_REFUSALS.unknownResource(call)),
    ({ call, api }) => (call.method === api.method ? null : IBM_REFUSALS.wrongMethod(call)),
    ({ call, api }) => (api.wantsToken ? IBM_REFUSALS.badToken(call) : authenticate(call, api.security)),
    ({ call, api }) => (api.plan === null ? null : PLAN_REFUSALS[api.plan](call)),
    ({ call, api }) =>
      credentialsOf(call, api.security).id === clients.withPlan ? null : IBM_REFUSALS.noPlan(call),
    ({ call, api }) => (api.isRateLimited ? IBM_REFUSALS.rateLimited(call) : null),
  ];
  const authenticate = (call: Call, security: Security): Refusal | null => {
    const { id, secret } = credentialsOf(call, security);
    const isRegistered = id === clients.withPlan || id === clients.withoutPlan;
    if (security.isV5 && id !== '' && !isRegistered) return IBM_REFUSALS.unknownClient(call);
    const isGood = isRegistered && (!security.wantsSecret || secret === clients.secret);
    return isGood ? null : IBM_REFUSALS.badClient(call);
  };

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
        answer(IBM_REFUSALS.unknownApi(call));
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
      scenarios: ibmScenarios(baseUrl, clients),
    },
    credentials: {
      clientId: clients.withPlan,
      clientIdWithoutPlan: clients.withoutPlan,
      clientSecret: clients.secret,
    },
    reset: () => {
      server.disconnectAll();
    },
    close: () => server.close(),
  };
}

const PLAN_REFUSALS: Readonly<Record<PlanRefusal, (call: Call) => Refusal>> = {
  'none before the fix': IBM_REFUSALS.noPlanBeforeFix,
  'not active': IBM_REFUSALS.planNotActive,
};

function assemble({ assembly }: Api, exchange: Exchange, clock: Clock): void {
  const { call, answer } = exchange;
  switch (assembly.policy) {
    case 'websocket-upgrade':
      // `parameter-control` rejects every query parameter unless told otherwise, so that the target gets none.
      forwardToBackend(exchange, {
        target: { port: assembly.targetPort, path: '/' },
        onProblem: () => IBM_REFUSALS.backendUnreachable(call),
        clock,
        answerMs: IBM_LIMITS.answerMs,
        cut: assembly.cut ?? {},
      });
      return;
    case 'gatewayscript':
      runScript(assembly.answer, exchange);
      return;
    case 'plain':
      answer(PLAIN_ANSWER);
      return;
    case 'failing':
      answer(IBM_REFUSALS.internalError(call));
      return;
    default:
      assertNever(assembly);
  }
}

function runScript(scripted: ScriptedAnswer, { call, upgrade, answer }: Exchange): void {
  const key = headerOf(call, 'Sec-WebSocket-Key');
  // What the script does without a key to work on is not documented.
  if (upgrade === null || key === undefined) answer(IBM_REFUSALS.internalError(call));
  else answer101ByHand(upgrade, key, scripted);
}

/** What an assembly might answer to an ordinary call; the status is not documented. */
const PLAIN_BODY = '{"message":"Hello from the API."}';
const PLAIN_ANSWER: Refusal = {
  status: 200,
  reasonPhrase: 'OK',
  headers: [
    ['Content-Type', 'application/json'],
    ['Content-Length', String(PLAIN_BODY.length)],
  ],
  body: PLAIN_BODY,
  confidence: 'I',
  source: 'gateways.md 6.4',
};

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
