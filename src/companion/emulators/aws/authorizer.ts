import type { SecretSource } from '../secrets/deriveSecret.ts';

/** A Lambda authorizer of type REQUEST (gateways.md 5.2). */
export interface Authorizer {
  /** Names of query parameters that must all be there and not be empty. */
  readonly identitySources: readonly string[];
  readonly decide: (sources: readonly string[]) => Decision;
}

export type Decision =
  | 'allow'
  /** The policy says Deny: 403. */
  | 'deny'
  /** The authorizer calls back with "Unauthorized": 401. */
  | 'unauthorized'
  /** The authorizer's Lambda throws: 500. */
  | 'crash';

const TOKEN_LENGTH = 32;

export interface AuthTokens {
  readonly allowed: string;
  readonly denied: string;
  /** One at which the authorizer itself fails. */
  readonly crashing: string;
}

export function deriveAuthTokens(secrets: SecretSource): AuthTokens {
  return {
    allowed: secrets.alphanumeric('aws authorizer token', TOKEN_LENGTH),
    denied: secrets.alphanumeric('aws authorizer token that is denied', TOKEN_LENGTH),
    crashing: secrets.alphanumeric('aws authorizer token that crashes', TOKEN_LENGTH),
  };
}

export function tokenAuthorizer(tokens: AuthTokens): Authorizer {
  const decisions = new Map<string | undefined, Decision>([
    [tokens.allowed, 'allow'],
    [tokens.denied, 'deny'],
    [tokens.crashing, 'crash'],
  ]);
  return {
    identitySources: ['auth'],
    decide: ([token]) => decisions.get(token) ?? 'unauthorized',
  };
}
