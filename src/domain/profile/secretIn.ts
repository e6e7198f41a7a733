import { namedSecrets } from './namedSecrets.ts';
import type { Environment } from './environment.ts';
import type { Profile, Secrets } from './profile.ts';
import { environmentSecrets } from './variables/environmentSecrets.ts';

/** UTF-16 units. Shorter values stand in texts by chance. */
const MIN_SECRET_LENGTH = 6;

/** A JWT (RFC 7519 section 3) anywhere in a text: its header and payload are JSON, in base64url. */
const JWT = /\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/;

/** What of a text is secret, in words; `null` when nothing is known to be. */
export function secretIn(
  text: string,
  profile: Profile,
  environments: readonly Environment[],
  secrets: Secrets,
): string | null {
  const own = namedSecrets(profile).map(({ label, secretId }) => ({ label, value: secrets[secretId] ?? '' }));
  const named = [...own, ...environmentSecrets(environments, secrets)].find(
    ({ value }) => value.length >= MIN_SECRET_LENGTH && text.includes(value),
  );
  if (named !== undefined) return `the secret ${named.label}`;
  return JWT.test(text) ? 'a token' : null;
}
