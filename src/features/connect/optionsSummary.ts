import { DEFAULT_LIMITS } from '#domain/connection/connectionRequest.ts';
import { formatCount } from '#domain/format/formatCount.ts';
import { formatDuration } from '#domain/format/formatDuration.ts';
import type { Profile } from '#domain/profile/profile.ts';

/** What the folded options say in one line: what differs from usual first. */
export function optionsSummary({
  origin,
  options,
  keepAlive,
  reconnect,
  expectations = [],
}: Pick<Profile, 'origin' | 'options' | 'keepAlive' | 'reconnect' | 'expectations'>): string {
  const { tls, limits, proxy } = options;
  const isLimited = Object.entries(DEFAULT_LIMITS).some(
    ([key, value]) => limits[key as keyof typeof limits] !== value,
  );
  const parts = [
    tls.verifiesCertificate ? 'certificate verified' : 'certificate NOT verified',
    options.offersCompression ? 'permessage-deflate offered' : 'no permessage-deflate',
    origin !== '' && `Origin ${origin}`,
    tls.serverName !== '' && `server name ${tls.serverName}`,
    tls.caPem !== '' && 'own certificate authority',
    tls.clientCertificatePem !== '' && 'client certificate',
    proxy.kind === 'url' && 'own proxy',
    proxy.kind === 'none' && 'no proxy',
    isLimited && 'own time limits',
    keepAlive.kind !== 'off' &&
      `${KEEP_ALIVE_WORDS[keepAlive.kind]} every ${formatDuration(keepAlive.everyMs)}`,
    reconnect.kind === 'backoff' && `reconnects, ${formatCount(reconnect.maxAttempts)} attempts`,
    expectations.length > 0 &&
      (expectations.length === 1 ? '1 expectation' : `${expectations.length} expectations`),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

const KEEP_ALIVE_WORDS = { ping: 'Ping', message: 'a text' } as const;
