import { destinationOf, proxyOf } from './file/destinationOf.ts';
import type { Profile } from './profile.ts';

/** All that decides who gets to see a secret, as a text to compare: what `secretRisks` asks about. */
export function wayOf(profile: Profile): string {
  const { verifiesCertificate, caPem, serverName } = profile.options.tls;
  const tokenAddress = profile.tokenSource?.url.split(/[?#]/)[0] ?? '';
  return JSON.stringify([
    destinationOf(profile.url),
    verifiesCertificate,
    caPem,
    serverName,
    proxyOf(profile),
    tokenAddress,
  ]);
}
