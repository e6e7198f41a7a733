import type { PastedEndpoint } from './paste/toEndpoint.ts';
import type { Profile } from './profile.ts';

/** The profile with what was pasted in place of what it says of the same; a pasted URL leaves headers and options alone. */
export function withPaste(profile: Profile, endpoint: PastedEndpoint): Profile {
  return {
    ...profile,
    url: endpoint.url,
    parameters: endpoint.parameters,
    headers: endpoint.headers.length > 0 ? endpoint.headers : profile.headers,
    subprotocols: endpoint.subprotocols.length > 0 ? endpoint.subprotocols : profile.subprotocols,
    origin: endpoint.origin === '' ? profile.origin : endpoint.origin,
    options: { ...profile.options, ...endpoint.options },
    // The URL says it more surely than a choice made for the URL before.
    gateway: endpoint.gateway === null ? profile.gateway : 'auto',
  };
}
