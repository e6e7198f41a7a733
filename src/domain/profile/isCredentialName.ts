import { GATEWAYS } from '../gateway/gateways.ts';
import { hasVariable } from './variables/fillText.ts';

/** Names that any API may use for a credential, as whole words: `key` is in `api-key` and not in `monkey`. */
const CREDENTIAL_WORD =
  /(?:^|[-_.])(?:api-?key|access-?key|auth|authorization|bearer|cookie|credentials?|jwt|key|passphrase|passw(?:or)?d|secret|sig|signature|token)$/;
/** In camel case, as in `accessToken`: the words that are not parts of others. */
const CAMEL_CASE_WORD = /[a-z](?:ApiKey|Key|Secret|Signature|Token|Password)$/;

const GATEWAY_NAMES = new Set(
  Object.values(GATEWAYS).flatMap((gateway) =>
    gateway.credentials.map((place) => `${place.kind} ${place.name.toLowerCase()}`),
  ),
);

/** Whether what stands under this name is a credential, so that it is kept as a secret and shown masked. */
export function isCredentialName(name: string, kind: 'query' | 'header'): boolean {
  const lowerCase = name.toLowerCase();
  // It carries a random key that means nothing to anyone (RFC 6455 section 4.1), and everybody wants to see it.
  if (lowerCase === 'sec-websocket-key') return false;
  return (
    GATEWAY_NAMES.has(`${kind} ${lowerCase}`) || CREDENTIAL_WORD.test(lowerCase) || CAMEL_CASE_WORD.test(name)
  );
}

const JWT = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Hex keys have 32 digits (128 bits) or more. */
const HEX_KEY = /^[0-9a-f]{32,}$/i;
/** A key's characters without a break: 20 of them hold more than 100 bits, and no word is that long with digits in it. */
const RANDOM_RUN = /[A-Za-z0-9+/_]{20,}/;

/**
 * Whether a value has the shape of a credential, whatever its name: a JWT, a hex key, or a long run of letters of
 * both cases and digits. A UUID is an identifier far more often than a key.
 */
export function looksLikeSecret(value: string): boolean {
  if (UUID.test(value)) return false;
  if (JWT.test(value) || HEX_KEY.test(value)) return true;
  const run = RANDOM_RUN.exec(value.replaceAll('%2B', '+').replaceAll('%2F', '/'))?.[0];
  return run !== undefined && /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
}

/** Whether a value is a secret by itself. One that only names a variable is none: what it stands for is kept elsewhere. */
export function isCredential(name: string, value: string, kind: 'query' | 'header'): boolean {
  if (looksLikeSecret(value)) return true;
  return isCredentialName(name, kind) && !hasVariable(value);
}
