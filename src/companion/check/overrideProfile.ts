import type { Field, Profile, ProfileOptions } from '#domain/profile/profile.ts';
import type { CheckOverrides } from './checkCommand.ts';
import { fillField, mergeSecrets, type FilledProfile } from './filledProfile.ts';
import { fillPlaceholders } from './fillPlaceholders.ts';
import type { TlsFiles } from './readTlsFiles.ts';
import type { Variables } from '../environment/variables.ts';

/** The profile with the options of the command line in place of its own. */
export function overrideProfile(
  { profile, secrets, hidden }: FilledProfile,
  overrides: CheckOverrides,
  tlsFiles: TlsFiles,
  variables: Variables,
): FilledProfile {
  const headers = overrides.headers.map((header, index) => fillField(`header-${index}`, header, variables));
  const subprotocols = overrides.subprotocols.map((text) => fillPlaceholders(text, variables));
  const proxy = overrides.proxy === null ? null : fillPlaceholders(overrides.proxy, variables);
  const options = overrideOptions(profile.options, overrides, tlsFiles, proxy?.text ?? null);
  return {
    profile: {
      ...profile,
      gateway: overrides.gateway ?? profile.gateway,
      headers: replaceHeaders(
        profile.headers,
        headers.map(({ field }) => field),
      ),
      subprotocols:
        subprotocols.length === 0
          ? profile.subprotocols
          : subprotocols.map(({ text }, index) => ({
              id: `subprotocol-${index}`,
              value: text,
              isEnabled: true,
            })),
      origin: overrides.origin ?? profile.origin,
      options,
    },
    secrets: { ...secrets, ...mergeSecrets(headers) },
    hidden: [
      ...hidden,
      ...headers.flatMap((header) => header.hidden),
      ...subprotocols.flatMap(({ values }) => values),
      ...(proxy?.values ?? []),
      ...(tlsFiles.passphrase === null ? [] : [tlsFiles.passphrase]),
    ],
  };
}

/** A header of the command line stands in place of the profile's header of that name. */
function replaceHeaders(own: Profile['headers'], given: readonly Field[]): readonly Field[] {
  const names = new Set(given.map(({ name }) => name.toLowerCase()));
  return [...own.filter(({ name }) => !names.has(name.toLowerCase())), ...given];
}

function overrideOptions(
  options: ProfileOptions,
  { isInsecure, offersNoCompression, serverName, timeoutMs }: CheckOverrides,
  { caPem, certificatePem, keyPem, passphrase }: TlsFiles,
  proxy: string | null,
): ProfileOptions {
  const { tls, limits } = options;
  return {
    offersCompression: options.offersCompression && !offersNoCompression,
    tls: {
      ...tls,
      verifiesCertificate: tls.verifiesCertificate && !isInsecure,
      caPem: caPem ?? tls.caPem,
      clientCertificatePem: certificatePem ?? tls.clientCertificatePem,
      // A key that is given brings its own passphrase, or needs none.
      ...(keyPem !== null && {
        clientKeyPem: { kind: 'text', text: keyPem },
        clientKeyPassphrase: { kind: 'text', text: passphrase ?? '' },
      }),
      serverName: serverName ?? tls.serverName,
    },
    limits:
      timeoutMs === null
        ? limits
        : { dnsMs: timeoutMs, tcpMs: timeoutMs, tlsMs: timeoutMs, answerMs: timeoutMs },
    proxy: proxy === null ? options.proxy : toProxy(proxy),
  };
}

function toProxy(text: string): ProfileOptions['proxy'] {
  return text === 'none' ? { kind: 'none' } : { kind: 'url', url: { kind: 'text', text } };
}
