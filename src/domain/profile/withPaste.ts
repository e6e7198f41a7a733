import type { PastedEndpoint } from './paste/toEndpoint.ts';
import type { Profile } from './profile.ts';
import { parseUrl } from '../format/parseUrl.ts';

/**
 * The profile with what was pasted. A credential never follows to another host: when the host changes, the parameters and
 * headers of the old one go, even where the paste brings none.
 */
export function withPaste(profile: Profile, endpoint: PastedEndpoint): Profile {
  const isSameHost = profile.url === '' || hostOf(profile.url) === hostOf(endpoint.url);
  const choose = <Row>(own: readonly Row[], pasted: readonly Row[]) =>
    pasted.length === 0 && isSameHost ? own : pasted;
  return {
    ...profile,
    url: endpoint.url,
    // The URL says it more surely than a choice made for the URL before.
    gateway: endpoint.gateway === null ? profile.gateway : 'auto',
    parameters: choose(profile.parameters, endpoint.parameters),
    headers: choose(profile.headers, endpoint.headers),
    subprotocols: choose(profile.subprotocols, endpoint.subprotocols),
    origin: endpoint.origin === '' && isSameHost ? profile.origin : endpoint.origin,
    options: { ...profile.options, ...endpoint.options },
  };
}

function hostOf(url: string): string | null {
  return parseUrl(url)?.host ?? null;
}
