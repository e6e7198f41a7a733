import type { OAuthRefusal } from './oauthToken.ts';

/** The field of the form that a refusal is about. */
export type TokenField = 'url' | 'clientId' | 'clientSecret' | 'scope' | 'audience' | 'parameters';

export interface TokenProblem {
  /** `null` for the whole. */
  readonly at: TokenField | null;
  /** Sentences. */
  readonly message: string;
}

/** RFC 6749 section 5.2, and what identity providers and Apigee answer in their own ways. */
const EXPLANATIONS: Readonly<Record<string, TokenProblem>> = {
  invalid_client: {
    at: 'clientSecret',
    message:
      'The token endpoint does not know this client ID with this secret. Check both, and whether it wants them in the header or in the body.',
  },
  unauthorized_client: {
    at: 'clientId',
    message:
      'The token endpoint knows this client and does not allow it the client credentials grant. It has to be allowed where the client is registered.',
  },
  invalid_scope: {
    at: 'scope',
    message: 'The token endpoint does not grant this scope to this client.',
  },
  invalid_target: {
    at: 'audience',
    message: 'The token endpoint does not give tokens for this audience or resource (RFC 8707).',
  },
  unsupported_grant_type: {
    at: 'url',
    message: 'This address does not offer the client credentials grant.',
  },
  invalid_grant: {
    at: null,
    message: 'The token endpoint refused the grant.',
  },
  invalid_request: {
    at: null,
    message:
      'The token endpoint misses something in the request, or finds something in it twice. Some want a scope, some an audience, some the secret in the other place.',
  },
};

/** What a refusal means and where to change something; the endpoint's own words follow. */
export function explainRefusal({ status, error, description }: OAuthRefusal): TokenProblem {
  const known = EXPLANATIONS[(error ?? '').toLowerCase()] ?? byStatus(status);
  const seen = error === null ? String(status) : `${status} ${error}`;
  const said = description === '' ? '' : ` It says: “${description}”`;
  return { at: known.at, message: `${known.message.replace(/\.$/, ` (${seen}).`)}${said}` };
}

function byStatus(status: number): TokenProblem {
  if (status === 401) return { at: 'clientSecret', message: 'The token endpoint refused the client.' };
  if (status === 404) return { at: 'url', message: 'There is nothing at this address: check the path.' };
  if (status === 405) return { at: 'url', message: 'This address takes no POST: it is no token endpoint.' };
  if (status === 429) return { at: null, message: 'The token endpoint has had too many requests. Wait.' };
  if (status >= 300 && status < 400) {
    return {
      at: 'url',
      message:
        'This address sends on to another one. Postern does not follow, because the client secret would go along: enter the address of the token endpoint itself.',
    };
  }
  if (status >= 500) return { at: null, message: 'The token endpoint failed.' };
  if (status < 300) return { at: 'url', message: 'The answer holds no access token.' };
  return { at: null, message: 'The token endpoint refused the request.' };
}
