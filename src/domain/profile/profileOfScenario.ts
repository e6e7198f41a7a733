import type { ConnectOptions } from '../connection/connectionRequest.ts';
import type { LocalGateway, LocalScenario } from '../gateway/localGateway.ts';
import { newProfile } from './newProfile.ts';
import type { Field, Profile, ProfileOptions, Secrets } from './profile.ts';
import { splitQuery } from './queryText.ts';

/**
 * A ready-made profile for something to try on a local gateway. Its ids follow from the scenario's, so that what was
 * selected or changed in the page is still there when the gateways start again with new keys.
 */
export function profileOfScenario(
  gateway: LocalGateway,
  scenario: LocalScenario,
): { readonly profile: Profile; readonly secrets: Secrets } {
  const id = `local:${scenario.id}`;
  const { request } = scenario;
  const [url = '', query = ''] = request.url.split(/\?(.*)/s);
  const secrets: Record<string, string> = {};

  function toField(kind: 'query' | 'header', name: string, value: string, index: number): Field {
    const fieldId = `${id}:${kind}:${index}`;
    const isSecret = scenario.secretNames.some((secret) => secret.toLowerCase() === name.toLowerCase());
    if (!isSecret) return { id: fieldId, name, value: { kind: 'text', text: value }, isEnabled: true };
    secrets[fieldId] = value;
    return { id: fieldId, name, value: { kind: 'secret', secretId: fieldId }, isEnabled: true };
  }

  // Never shown or compared, and a time of now would make the profile another one at each start.
  const now = 0;
  const profile = newProfile(id, now, {
    name: scenario.title,
    folder: `Local/${gateway.name}`,
    gateway: gateway.gateway,
    url,
    parameters: splitQuery(query).map(({ name, value }, index) => toField('query', name, value, index)),
    headers: request.headers.map(({ name, value }, index) => toField('header', name, value, index)),
    subprotocols: request.subprotocols.map((value, index) => ({
      id: `${id}:subprotocol:${index}`,
      value,
      isEnabled: true,
    })),
    transport: request.transport,
    origin: request.origin ?? '',
    options: toProfileOptions(request.options),
  });
  return { profile, secrets };
}

/** Keys and proxies of local gateways protect nothing: they stay in the clear. */
function toProfileOptions({ tls, proxy, ...options }: ConnectOptions): ProfileOptions {
  return {
    ...options,
    tls: {
      ...tls,
      clientKeyPem: { kind: 'text', text: tls.clientKeyPem },
      clientKeyPassphrase: { kind: 'text', text: tls.clientKeyPassphrase },
    },
    proxy: proxy.kind === 'url' ? { kind: 'url', url: { kind: 'text', text: proxy.url } } : proxy,
  };
}
