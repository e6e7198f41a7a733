import type { Field, FieldValue, Profile, SecretId, TokenSource } from './profile.ts';

/**
 * Where a profile names a secret, for example `headers/x-api-key/1`: two forms of one profile have the same place for what
 * is sent the same way under the same name.
 */
export type SecretPlace = string;

/** The profile with other secrets named in these places. */
export function mapSecretIds(
  profile: Profile,
  change: (id: SecretId, place: SecretPlace) => SecretId,
): Profile {
  function changed(value: FieldValue, place: SecretPlace): FieldValue {
    return value.kind === 'text' ? value : { ...value, secretId: change(value.secretId, place) };
  }

  function changedFields(fields: readonly Field[], table: 'parameters' | 'headers'): readonly Field[] {
    const counts = new Map<string, number>();
    return fields.map((field) => {
      // Names of headers have no case (RFC 9110 section 5.1), names of parameters have.
      const name = table === 'headers' ? field.name.toLowerCase() : field.name;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return { ...field, value: changed(field.value, `${table}/${name}/${count}`) };
    });
  }

  function changedTokenSource(source: TokenSource): TokenSource {
    return {
      ...source,
      clientSecret: changed(source.clientSecret, 'tokenSource/clientSecret'),
      parameters: changed(source.parameters, 'tokenSource/parameters'),
      expiresAtId: change(source.expiresAtId, 'tokenSource/expiresAt'),
    };
  }

  const { options, tokenSource } = profile;
  const { tls, proxy } = options;
  return {
    ...profile,
    parameters: changedFields(profile.parameters, 'parameters'),
    headers: changedFields(profile.headers, 'headers'),
    options: {
      ...options,
      tls: {
        ...tls,
        clientKeyPem: changed(tls.clientKeyPem, 'clientKeyPem'),
        clientKeyPassphrase: changed(tls.clientKeyPassphrase, 'clientKeyPassphrase'),
      },
      proxy: proxy.kind === 'url' ? { ...proxy, url: changed(proxy.url, 'proxy') } : proxy,
    },
    ...(tokenSource === undefined ? {} : { tokenSource: changedTokenSource(tokenSource) }),
  };
}

/** The secrets that a profile names, by their places. */
export function secretPlacesOf(profile: Profile): ReadonlyMap<SecretPlace, SecretId> {
  const places = new Map<SecretPlace, SecretId>();
  mapSecretIds(profile, (id, place) => {
    places.set(place, id);
    return id;
  });
  return places;
}
