import type { FieldValue, Profile, SecretId, Secrets, TokenSource } from './profile.ts';

/** A copy with ids of its own for itself, its rows and its secrets, so that neither changes with the other. */
export function duplicateProfile(
  profile: Profile,
  secrets: Secrets,
  newId: () => string,
  now: number,
): { readonly profile: Profile; readonly secrets: Secrets } {
  const copies: Record<string, string> = {};

  function copyValue(value: FieldValue): FieldValue {
    return value.kind === 'text' ? value : { kind: 'secret', secretId: copySecret(value.secretId) };
  }

  function copySecret(id: SecretId): SecretId {
    const copyId = newId();
    const secret = secrets[id];
    if (secret !== undefined) copies[copyId] = secret;
    return copyId;
  }

  function copyTokenSource(source: TokenSource): TokenSource {
    return {
      ...source,
      clientSecret: copyValue(source.clientSecret),
      parameters: copyValue(source.parameters),
      expiresAtId: copySecret(source.expiresAtId),
    };
  }

  const { options, tokenSource } = profile;
  const { tls, proxy } = options;
  const copy: Profile = {
    ...profile,
    id: newId(),
    name: `${profile.name} copy`,
    parameters: profile.parameters.map((field) => ({ ...field, id: newId(), value: copyValue(field.value) })),
    headers: profile.headers.map((field) => ({ ...field, id: newId(), value: copyValue(field.value) })),
    subprotocols: profile.subprotocols.map((choice) => ({ ...choice, id: newId() })),
    messages: profile.messages.map((message) => ({ ...message, id: newId() })),
    options: {
      ...options,
      tls: {
        ...tls,
        clientKeyPem: copyValue(tls.clientKeyPem),
        clientKeyPassphrase: copyValue(tls.clientKeyPassphrase),
      },
      proxy: proxy.kind === 'url' ? { kind: 'url', url: copyValue(proxy.url) } : proxy,
    },
    ...(tokenSource === undefined ? {} : { tokenSource: copyTokenSource(tokenSource) }),
    createdAt: now,
    updatedAt: now,
  };
  return { profile: copy, secrets: copies };
}
