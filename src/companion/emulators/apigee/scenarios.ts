import type { LocalScenario } from '#wire/companionApi.ts';
import { toScenario, withQuery } from '../scenario.ts';
import type { ApigeeCredentials } from './credentials.ts';
import { BASE_PATHS } from './proxies.ts';

const DOCUMENTED = 'Status and fault are documented ones.';

export function apigeeScenarios(baseUrl: string, credentials: ApigeeCredentials): LocalScenario[] {
  const sampleUrl = `${baseUrl}${BASE_PATHS.sample}`;
  const oauthUrl = `${baseUrl}${BASE_PATHS.oauth}`;
  const withKey = (url: string, apikey: string) => withQuery(url, { apikey });
  const withToken = (token: string) => withQuery(oauthUrl, { access_token: token });
  const key = ['apikey'];
  const token = ['access_token'];
  return [
    toScenario({
      id: 'apigee-echo',
      title: 'Echo, API key',
      expects: 'open',
      confidence: 'D',
      note: 'The sample proxy: the key in the query, an echo server behind.',
      url: withKey(sampleUrl, credentials.apiKey),
      secretNames: key,
      firstMessage: 'hello',
    }),
    toScenario({
      id: 'apigee-oauth',
      title: 'Echo, OAuth token',
      expects: 'open',
      confidence: 'D',
      note: 'A proxy that reads an OAuth token from the query, an echo server behind.',
      url: withToken(credentials.accessToken),
      secretNames: token,
      firstMessage: 'hello',
    }),
    toScenario({
      id: 'apigee-header-key',
      title: 'Echo, key in a header',
      expects: 'open',
      confidence: 'D',
      note: 'A proxy that reads the key from the header x-apikey. A browser cannot set it, so this needs the companion.',
      url: `${baseUrl}${BASE_PATHS.headerKey}`,
      headers: [{ name: 'x-apikey', value: credentials.apiKey }],
      secretNames: ['x-apikey'],
      firstMessage: 'hello',
    }),
    toScenario({
      id: 'apigee-no-key',
      title: 'No API key',
      expects: 'refused',
      confidence: 'D',
      note: `The fault names the variable in which the proxy looked for the key. ${DOCUMENTED}`,
      url: sampleUrl,
    }),
    toScenario({
      id: 'apigee-key-misplaced',
      title: 'Key in the wrong place',
      expects: 'refused',
      confidence: 'D',
      note: `The key is in the query, and this proxy reads a header; the fault says which. ${DOCUMENTED}`,
      url: withKey(`${baseUrl}${BASE_PATHS.headerKey}`, credentials.apiKey),
      secretNames: key,
    }),
    toScenario({
      id: 'apigee-unknown-key',
      title: 'Unknown API key',
      expects: 'refused',
      confidence: 'D',
      note: `No app has this key. ${DOCUMENTED}`,
      url: withKey(sampleUrl, 'x'.repeat(48)),
      secretNames: key,
    }),
    toScenario({
      id: 'apigee-other-product',
      title: 'Key of another product',
      expects: 'refused',
      confidence: 'D',
      note: `The key is good, but its API product does not have this proxy. ${DOCUMENTED}`,
      url: withKey(sampleUrl, credentials.apiKeyOfOtherProduct),
      secretNames: key,
    }),
    toScenario({
      id: 'apigee-no-token',
      title: 'No OAuth token',
      expects: 'refused',
      confidence: 'D',
      note: `The proxy finds no token where it looks. ${DOCUMENTED}`,
      url: oauthUrl,
    }),
    toScenario({
      id: 'apigee-unknown-token',
      title: 'Unknown OAuth token',
      expects: 'refused',
      confidence: 'D',
      note: `The token was never issued, or has been revoked. ${DOCUMENTED}`,
      url: withToken('x'.repeat(28)),
      secretNames: token,
    }),
    toScenario({
      id: 'apigee-expired-token',
      title: 'Expired OAuth token',
      expects: 'refused',
      confidence: 'D',
      note: `The token has expired. ${DOCUMENTED} Older deployments answer 500 instead of 401.`,
      url: withToken(credentials.expiredAccessToken),
      secretNames: token,
    }),
    toScenario({
      id: 'apigee-unknown-path',
      title: 'Unknown base path',
      expects: 'refused',
      confidence: 'D',
      note: `No proxy is deployed at this path; the fault quotes host and path. ${DOCUMENTED}`,
      url: withKey(`${baseUrl}/v1/nope`, credentials.apiKey),
      secretNames: key,
    }),
    toScenario({
      id: 'apigee-spike-arrest',
      title: 'Spike arrest',
      expects: 'refused',
      confidence: 'D',
      note: `More handshakes a second than the policy allows. ${DOCUMENTED} Older deployments answer 500 instead of 429.`,
      url: withKey(`${baseUrl}${BASE_PATHS.spiking}`, credentials.apiKey),
      secretNames: key,
    }),
    toScenario({
      id: 'apigee-target-down',
      title: 'Target down',
      expects: 'refused',
      confidence: 'D',
      note: `The key is good, and the service behind the proxy does not answer. ${DOCUMENTED}`,
      url: withKey(`${baseUrl}${BASE_PATHS.targetDown}`, credentials.apiKey),
      secretNames: key,
    }),
  ];
}
