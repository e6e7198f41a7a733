import type { LocalScenario } from '#wire/companionApi.ts';
import { type ScenarioRow, toScenario, withQuery } from '../scenario.ts';
import { BASE_PATHS } from './apis.ts';
import type { ClientIds } from './clients.ts';

const CAPTURED = 'Status and body are captured ones.';
const SELF_SIGNED = 'The certificate is self-signed, as usual on such gateways, so it is not verified here.';

/** Registered nowhere, in the shape of a client id. */
const UNKNOWN_CLIENT_ID = '0'.repeat(32);

export function ibmScenarios(baseUrl: string, clientIds: ClientIds): LocalScenario[] {
  const to = (path: string, clientId = clientIds.withPlan) =>
    withQuery(`${baseUrl}${path}`, { client_id: clientId });
  const unverified = (row: ScenarioRow) =>
    toScenario({ secretNames: ['client_id'], verifiesCertificate: false, ...row });
  return [
    unverified({
      id: 'ibm-upper',
      title: 'Upper case',
      expects: 'open',
      confidence: 'D',
      note: `The websocket-upgrade policy: a welcome, then each message in upper case. ${SELF_SIGNED}`,
      url: to(BASE_PATHS.upgrade),
      firstMessage: 'hello',
    }),
    unverified({
      id: 'ibm-gatewayscript-silent',
      title: 'Script 101, then silence',
      expects: 'open',
      confidence: 'D',
      note: `A GatewayScript answers 101 by itself, so that nothing reads the frames: open, and silent. ${SELF_SIGNED}`,
      url: to(BASE_PATHS.scriptWithHeaders),
    }),
    unverified({
      id: 'ibm-gatewayscript',
      title: 'Script 101, as published',
      expects: 'failed',
      confidence: 'I',
      note: 'The published GatewayScript sets neither Upgrade nor Connection, so that RFC 6455 clients fail. That the gateway adds nothing to it is synthetic.',
      url: to(BASE_PATHS.script),
    }),
    unverified({
      id: 'ibm-untrusted',
      title: 'Certificate not trusted',
      expects: 'failed',
      confidence: 'D',
      note: 'The same API with verification on: the self-signed certificate is not trusted, and no request is sent.',
      url: to(BASE_PATHS.upgrade),
      verifiesCertificate: true,
    }),
    unverified({
      id: 'ibm-no-client-id',
      title: 'No client id',
      expects: 'refused',
      confidence: 'R',
      note: `A missing and a wrong client id get the same answer. ${CAPTURED}`,
      url: `${baseUrl}${BASE_PATHS.upgrade}`,
      secretNames: [],
    }),
    unverified({
      id: 'ibm-unknown-client-id',
      title: 'Unknown client id',
      expects: 'refused',
      confidence: 'R',
      note: `A missing and a wrong client id get the same answer. ${CAPTURED}`,
      url: to(BASE_PATHS.upgrade, UNKNOWN_CLIENT_ID),
    }),
    unverified({
      id: 'ibm-no-plan',
      title: 'Not registered to plan',
      expects: 'refused',
      confidence: 'R',
      note: `The app is registered, but no plan of it contains this API. ${CAPTURED}`,
      url: to(BASE_PATHS.upgrade, clientIds.withoutPlan),
    }),
    unverified({
      id: 'ibm-unknown-path',
      title: 'Unknown base path',
      expects: 'refused',
      confidence: 'R',
      note: `No API of this organisation and catalog has the base path. ${CAPTURED}`,
      url: to('/org/sandbox/nope'),
    }),
    unverified({
      id: 'ibm-unknown-resource',
      title: 'Path unknown to the API',
      expects: 'refused',
      confidence: 'R',
      note: `The API exists, and has no operation at this path. ${CAPTURED}`,
      url: to(`${BASE_PATHS.upgrade}/nope`),
    }),
    unverified({
      id: 'ibm-rate-limit',
      title: 'Rate limit exceeded',
      expects: 'refused',
      confidence: 'R',
      note: `The plan allows no more calls in this period. ${CAPTURED}`,
      url: to(BASE_PATHS.rateLimited),
    }),
    unverified({
      id: 'ibm-backend-down',
      title: 'Backend unreachable',
      expects: 'refused',
      confidence: 'R',
      note: `The gateway cannot connect to its target. ${CAPTURED} They come from an older gateway.`,
      url: to(BASE_PATHS.backendDown),
    }),
  ];
}
