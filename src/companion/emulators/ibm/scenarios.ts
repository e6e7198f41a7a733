import type { LocalScenario } from '#wire/companionApi.ts';
import { type ScenarioRow, toScenario, withQuery } from '../scenario.ts';
import { BASE_PATHS } from './apis.ts';
import type { Clients } from './clients.ts';

const CAPTURED = 'Status and body are captured ones.';
const SELF_SIGNED = 'The certificate is self-signed, as usual on such gateways, so it is not verified here.';

/** Registered nowhere, in the shape of a client id. */
const UNKNOWN_CLIENT_ID = '0'.repeat(32);

export function ibmScenarios(baseUrl: string, clients: Clients): LocalScenario[] {
  const to = (path: string, clientId = clients.withPlan) =>
    withQuery(`${baseUrl}${path}`, { client_id: clientId });
  const withSecret = (clientSecret: string) => ({
    url: withQuery(`${baseUrl}${BASE_PATHS.secret}`, {
      client_id: clients.withPlan,
      client_secret: clientSecret,
    }),
    secretNames: ['client_id', 'client_secret'],
  });
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
      id: 'ibm-secret',
      title: 'Upper case, id and secret',
      expects: 'open',
      confidence: 'D',
      note: `An API that wants the client secret beside the id, both in the query. ${SELF_SIGNED}`,
      ...withSecret(clients.secret),
      firstMessage: 'hello',
    }),
    unverified({
      id: 'ibm-header-id',
      title: 'Upper case, id in a header',
      expects: 'open',
      confidence: 'D',
      note: 'An API that reads the client id from the header X-IBM-Client-Id, which is the default. A browser cannot set it, so this needs the companion.',
      url: `${baseUrl}${BASE_PATHS.headerId}`,
      headers: [{ name: 'X-IBM-Client-Id', value: clients.withPlan }],
      secretNames: ['X-IBM-Client-Id'],
      firstMessage: 'hello',
    }),
    unverified({
      id: 'ibm-idle',
      title: 'Cut after 60 s of silence',
      expects: 'open',
      confidence: 'D',
      note: 'The handler has a websocket-idle-timeout of 60 s; without one, which is the default, none is cut. That no Close frame is sent is not documented.',
      url: to(BASE_PATHS.idle),
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
      url: to(BASE_PATHS.upgrade, clients.withoutPlan),
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
    unverified({
      id: 'ibm-no-secret',
      title: 'No client secret',
      expects: 'refused',
      confidence: 'R',
      note: `The API wants a secret beside the id. A missing and a wrong one get the same answer. ${CAPTURED}`,
      url: to(BASE_PATHS.secret),
    }),
    unverified({
      id: 'ibm-wrong-secret',
      title: 'Wrong client secret',
      expects: 'refused',
      confidence: 'R',
      note: `The id is good, and the secret is of another. A missing and a wrong one get the same answer. ${CAPTURED}`,
      ...withSecret('0'.repeat(32)),
    }),
    unverified({
      id: 'ibm-id-misplaced',
      title: 'Client id in the wrong place',
      expects: 'refused',
      confidence: 'R',
      note: `The id is in the query, and this API reads a header; the answer does not say so. ${CAPTURED}`,
      url: to(BASE_PATHS.headerId),
    }),
    unverified({
      id: 'ibm-not-registered',
      title: 'Client id not registered',
      expects: 'refused',
      confidence: 'R',
      note: `What the older, v5-compatible gateway says to an id that it does not know. ${CAPTURED}`,
      url: to(BASE_PATHS.v5, UNKNOWN_CLIENT_ID),
    }),
    unverified({
      id: 'ibm-xml',
      title: 'No client id, told in XML',
      expects: 'refused',
      confidence: 'R',
      note: 'A client whose Accept header has no place for JSON is told in XML by some gateways. The envelope is as seen in the field.',
      url: `${baseUrl}${BASE_PATHS.upgrade}`,
      headers: [{ name: 'Accept', value: 'application/xml' }],
      secretNames: [],
    }),
    unverified({
      id: 'ibm-method',
      title: 'Operation without GET',
      expects: 'refused',
      confidence: 'R',
      note: `An opening handshake is a GET, and the operation at this path takes POST only. ${CAPTURED}`,
      url: to(BASE_PATHS.postOnly),
    }),
    unverified({
      id: 'ibm-no-upgrade',
      title: 'Upgrade not allowed',
      expects: 'refused',
      confidence: 'I',
      note: 'The front handler does not allow WebSocket upgrades, so that the call is answered like any other. Status 200 and the body are synthetic.',
      url: to(BASE_PATHS.noUpgrade),
    }),
    unverified({
      id: 'ibm-internal-error',
      title: 'Assembly fails',
      expects: 'refused',
      confidence: 'R',
      note: `Something in the assembly of the API fails. ${CAPTURED}`,
      url: to(BASE_PATHS.failing),
    }),
    unverified({
      id: 'ibm-backend-refuses',
      title: 'Backend refuses the upgrade',
      expects: 'refused',
      confidence: '?',
      note: 'The target is no WebSocket server and answers 404. That its status and body reach the client as they are is synthetic.',
      url: to(BASE_PATHS.backendRefuses),
    }),
  ];
}
