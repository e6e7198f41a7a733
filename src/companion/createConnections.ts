import { parseCatalogueRequest } from '#wire/parseCatalogue.ts';
import { parseConnectionRequest } from '#wire/parseConnectionRequest.ts';
import { parseOAuthTokenRequest } from '#wire/parseOAuthToken.ts';
import { fetchCatalogue } from './catalogue/fetchCatalogue.ts';
import type { TargetPolicy } from './guard/targetPolicy.ts';
import { recordOnce } from './handshake/recordOnce.ts';
import { serveRelay } from './relay/serveRelay.ts';
import type { Connections } from './server/companion.ts';
import { requestInvalid } from './server/requestProblem.ts';
import { USER_AGENT } from './userAgent.ts';
import { fetchOAuthToken } from './token/fetchOAuthToken.ts';

/** Binds every way out to what may be dialled. */
export function createConnections(policy: TargetPolicy): Connections {
  const options = { policy, userAgent: USER_AGENT };
  return {
    async recordOnce(input, signal) {
      const request = parseConnectionRequest(input);
      if (!request.ok) throw requestInvalid(request.message);
      return recordOnce(request.value, { ...options, signal });
    },
    async fetchToken(input, signal) {
      const request = parseOAuthTokenRequest(input);
      if (!request.ok) throw requestInvalid(request.message);
      return fetchOAuthToken(request.value, { ...options, signal });
    },
    async fetchCatalogue(input, signal) {
      const request = parseCatalogueRequest(input);
      if (!request.ok) throw requestInvalid(request.message);
      return fetchCatalogue(request.value.url, { ...options, signal });
    },
    serveRelay: (socket) => serveRelay(socket, options),
  };
}
