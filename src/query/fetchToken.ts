import type { OAuthTokenAnswer, OAuthTokenRequest } from '#domain/token/oauthToken.ts';
import { API_PATHS } from '#wire/companionApi.ts';
import { parseOAuthTokenAnswer } from '#wire/parseOAuthToken.ts';
import { callCompanion } from './callCompanion.ts';

/** As long as all steps of the companion's own request may take together, and a little, ms. */
const TOKEN_LIMIT_MS = 50_000;

/** Has the companion ask a token endpoint. Rejects with `ApiError`, as when no companion is there. */
export function fetchToken(request: OAuthTokenRequest, signal: AbortSignal): Promise<OAuthTokenAnswer> {
  return callCompanion({
    path: API_PATHS.oauthToken,
    body: request,
    parse: parseOAuthTokenAnswer,
    signal,
    limitMs: TOKEN_LIMIT_MS,
  });
}
