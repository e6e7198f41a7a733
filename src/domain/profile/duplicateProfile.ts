import type { FieldValue, Profile, Secrets } from './profile.ts';

/** A copy with ids of its own for itself, its rows and its secrets, so that neither changes with the other. */
export function duplicateProfile(
  profile: Profile,
  secrets: Secrets,
  newId: () => string,
  now: number,
): { readonly profile: Profile; readonly secrets: Secrets } {
  const copies: Record<string, string> = {};

  function copyValue(value: FieldValue): FieldValue {
    if (value.kind === 'text') return value;
    const secretId = newId();
    const secret = secrets[value.secretId];
    if (secret !== undefined) copies[secretId] = secret;
    return { kind: 'secret', secretId };
  }

  const { tls, proxy } = profile.options;
  const copy: Profile = {
    ...profile,
    id: newId(),
    name: `${profile.name} copy`,
    parameters: profile.parameters.map((field) => ({ ...field, id: newId(), value: copyValue(field.value) })),
    headers: profile.headers.map((field) => ({ ...field, id: newId(), value: copyValue(field.value) })),
    subprotocols: profile.subprotocols.map((choice) => ({ ...choice, id: newId() })),
    options: {
      ...profile.options,
      tls: {
        ...tls,
        clientKeyPem: copyValue(tls.clientKeyPem),
        clientKeyPassphrase: copyValue(tls.clientKeyPassphrase),
      },
      proxy: proxy.kind === 'url' ? { kind: 'url', url: copyValue(proxy.url) } : proxy,
    },
    createdAt: now,
    updatedAt: now,
  };
  return { profile: copy, secrets: copies };
}
