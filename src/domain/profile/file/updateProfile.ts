import { mapSecretIds, secretPlacesOf } from '../mapSecretIds.ts';
import type { Profile, SecretId, Secrets } from '../profile.ts';
import { looksLikeSecret } from '../isCredentialName.ts';
import { destinationOf, proxyOf } from './destinationOf.ts';
import { TOKEN_SUBPROTOCOL } from './filedProfile.ts';

/**
 * The profile as a file has it, with the secrets that this device keeps for the same places of it, but for those whose values
 * came along as `brought`; without `keepsSecrets`, with none of them. The secrets of `theirs` are fresh ones: no file can name
 * one that is here (`readImport`).
 */
export function updateProfile(
  mine: Profile,
  theirs: Profile,
  keepsSecrets: boolean,
  brought: Secrets = {},
): Profile {
  const kept = keepsSecrets ? secretPlacesOf(mine) : new Map<string, SecretId>();
  const ownId = (id: SecretId, place: string) => (id in brought ? id : (kept.get(place) ?? id));
  const updated = { ...mapSecretIds(theirs, ownId), id: mine.id };
  return keepsSecrets ? withTokens(updated, mine) : updated;
}

/** The tokens that this device offers as subprotocols, in the places that the file has for them. */
function withTokens(updated: Profile, mine: Profile): Profile {
  const tokens = mine.subprotocols.map(({ value }) => value).filter(looksLikeSecret);
  let used = 0;
  const subprotocols = updated.subprotocols.map((choice) => {
    const token = choice.value === TOKEN_SUBPROTOCOL ? tokens[used] : undefined;
    if (token === undefined) return choice;
    used += 1;
    return { ...choice, value: token };
  });
  return { ...updated, subprotocols };
}

/**
 * Why the secrets of this device should not simply go along, each completing “With it, your secrets would”. A profile is told
 * by its id, which whoever was sent it once knows: what comes under that id may send the secrets elsewhere.
 */
export function secretRisks(mine: Profile, theirs: Profile): readonly string[] {
  const wanted = secretPlacesOf(theirs);
  const isAnyKept = [...secretPlacesOf(mine).keys()].some((place) => wanted.has(place));
  const isTokenKept = withTokens(theirs, mine).subprotocols.some(({ value }) => looksLikeSecret(value));
  if (!isAnyKept && !isTokenKept) return [];
  const risks: string[] = [];
  const [tls, theirTls] = [mine.options.tls, theirs.options.tls];
  const [from, to] = [destinationOf(mine.url), destinationOf(theirs.url)];
  if (from !== to) risks.push(`go to ${to} instead of ${from}`);
  if (tls.verifiesCertificate && !theirTls.verifiesCertificate)
    risks.push('go to whatever has any certificate');
  if (theirTls.caPem !== '' && theirTls.caPem !== tls.caPem)
    risks.push('go to what another authority vouches for');
  if (theirTls.serverName !== tls.serverName) risks.push('go to what has a certificate for another name');
  if (theirs.options.proxy.kind === 'url' && proxyOf(mine) !== proxyOf(theirs)) {
    risks.push('go through another proxy');
  }
  const [token, theirToken] = [mine.tokenSource, theirs.tokenSource];
  if (theirToken !== undefined && theirToken.url !== token?.url) {
    risks.push(`go to ${destinationOf(theirToken.url)} for a token`);
  }
  return risks;
}
