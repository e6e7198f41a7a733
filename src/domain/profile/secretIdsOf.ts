import type { FieldValue, Profile, SecretId, TokenSource } from './profile.ts';

/** The secrets that a profile names, wherever they stand: what to keep with it, and to forget with it. */
export function secretIdsOf(profile: Profile): readonly SecretId[] {
  const { options, tokenSource } = profile;
  const { tls, proxy } = options;
  const values: readonly FieldValue[] = [
    ...profile.parameters.map((field) => field.value),
    ...profile.headers.map((field) => field.value),
    tls.clientKeyPem,
    tls.clientKeyPassphrase,
    ...(proxy.kind === 'url' ? [proxy.url] : []),
    ...(tokenSource === undefined ? [] : tokenSourceSecrets(tokenSource)),
  ];
  return values.flatMap((value) => (value.kind === 'secret' ? [value.secretId] : []));
}

function tokenSourceSecrets({ clientSecret, parameters, expiresAtId }: TokenSource): readonly FieldValue[] {
  return [clientSecret, parameters, { kind: 'secret', secretId: expiresAtId }];
}
