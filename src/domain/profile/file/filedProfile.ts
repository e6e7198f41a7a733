import { looksLikeSecret } from '../isCredentialName.ts';
import type { Field, FieldValue, Profile, SecretId, SubprotocolChoice, TokenSource } from '../profile.ts';
import type { Environment } from '../environment.ts';
import type { FileEnvironment, FileField, FileProfile, FileValue } from './fileProfile.ts';

/** What the file says of a profile: all but what belongs to this device (`fileProfile.ts`). */
export function toFileProfile(profile: Profile): FileProfile {
  const { createdAt: _createdAt, updatedAt: _updatedAt, tokenSource, expectations, ...rest } = profile;
  const { tls, proxy } = profile.options;
  return {
    ...rest,
    parameters: profile.parameters.map(withoutOwnIds),
    headers: profile.headers.map(withoutOwnIds),
    subprotocols: profile.subprotocols.map(withoutToken),
    options: {
      ...profile.options,
      tls: {
        ...tls,
        clientKeyPem: toFileValue(tls.clientKeyPem),
        clientKeyPassphrase: toFileValue(tls.clientKeyPassphrase),
      },
      proxy: proxy.kind === 'url' ? { ...proxy, url: toFileValue(proxy.url) } : proxy,
    },
    messages: profile.messages.map(withoutId),
    // None is said in one way only.
    ...(expectations !== undefined &&
      expectations.length > 0 && { expectations: expectations.map(({ id: _id, ...expected }) => expected) }),
    ...(tokenSource !== undefined && { tokenSource: toFileTokenSource(tokenSource) }),
  };
}

/**
 * The profile that the file tells of. Its rows and secrets have ids by their places, which no other row or secret of it has;
 * where several profiles share their secrets, these need ids of their own. When it was made, nobody says.
 */
export function fromFileProfile({ tokenSource, expectations, ...file }: FileProfile): Profile {
  const { tls, proxy } = file.options;
  return {
    ...file,
    parameters: file.parameters.map((field, index) => withIds(field, `parameter${index + 1}`)),
    headers: file.headers.map((field, index) => withIds(field, `header${index + 1}`)),
    subprotocols: file.subprotocols.map((choice, index) => ({ ...choice, id: `subprotocol${index + 1}` })),
    options: {
      ...file.options,
      tls: {
        ...tls,
        clientKeyPem: toFieldValue(tls.clientKeyPem, 'client-key'),
        clientKeyPassphrase: toFieldValue(tls.clientKeyPassphrase, 'client-key-passphrase'),
      },
      proxy: proxy.kind === 'url' ? { ...proxy, url: toFieldValue(proxy.url, 'proxy') } : proxy,
    },
    messages: file.messages.map((message, index) => ({ ...message, id: `message${index + 1}` })),
    ...(expectations !== undefined &&
      expectations.length > 0 && {
        expectations: expectations.map((expected, index) => ({ ...expected, id: `expectation${index + 1}` })),
      }),
    ...(tokenSource !== undefined && {
      tokenSource: {
        ...tokenSource,
        clientSecret: toFieldValue(tokenSource.clientSecret, 'token-client-secret'),
        parameters: toFieldValue(tokenSource.parameters, 'token-parameters'),
        expiresAtId: 'token-expires-at',
      },
    }),
    createdAt: 0,
    updatedAt: 0,
  };
}

export function toFileEnvironment(environment: Environment): FileEnvironment {
  return { ...environment, variables: environment.variables.map(withoutOwnIds) };
}

/** As of a profile, ids by place: of the environment as well, for several of them share the secrets of a device. */
export function fromFileEnvironment(environment: FileEnvironment): Environment {
  return {
    ...environment,
    variables: environment.variables.map((field, index) =>
      withIds(field, `${environment.id}-variable${index + 1}`),
    ),
  };
}

function withoutId<Row extends { readonly id: string }>({ id: _id, ...row }: Row): Omit<Row, 'id'> {
  return row;
}

/** Stands in a file for a subprotocol that is a token: on another device it asks for a value of its own. */
export const TOKEN_SUBPROTOCOL = '{{subprotocol_token}}';

function withoutToken(choice: SubprotocolChoice): Omit<SubprotocolChoice, 'id'> {
  const { value, ...rest } = withoutId(choice);
  return { ...rest, value: looksLikeSecret(value) ? TOKEN_SUBPROTOCOL : value };
}

function withoutOwnIds(field: Field): FileField {
  return { ...withoutId(field), value: toFileValue(field.value) };
}

function withIds(field: FileField, id: string): Field {
  return { ...field, id, value: toFieldValue(field.value, id) };
}

function toFileValue(value: FieldValue): FileValue {
  if (value.kind === 'text') return { ...value };
  const { secretId: _secretId, ...rest } = value;
  return rest;
}

function toFieldValue(value: FileValue, secretId: SecretId): FieldValue {
  return value.kind === 'text' ? value : { ...value, secretId };
}

function toFileTokenSource({ expiresAtId: _expiresAtId, ...source }: TokenSource) {
  return {
    ...source,
    clientSecret: toFileValue(source.clientSecret),
    parameters: toFileValue(source.parameters),
  };
}
