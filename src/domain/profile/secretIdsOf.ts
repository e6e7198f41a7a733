import type { FieldValue, Profile, SecretId } from './profile.ts';

/** The secrets that a profile names, wherever they stand: what to keep with it, and to forget with it. */
export function secretIdsOf(profile: Profile): readonly SecretId[] {
  const { tls, proxy } = profile.options;
  const values: readonly FieldValue[] = [
    ...profile.parameters.map((field) => field.value),
    ...profile.headers.map((field) => field.value),
    tls.clientKeyPem,
    tls.clientKeyPassphrase,
    ...(proxy.kind === 'url' ? [proxy.url] : []),
  ];
  return values.flatMap((value) => (value.kind === 'secret' ? [value.secretId] : []));
}
