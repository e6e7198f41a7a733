import { readFieldValue } from '../fieldValue.ts';
import type { FieldValue, Profile, Secrets } from '../profile.ts';

/** Every text of a profile that is sent with a connection; of messages, those that go by themselves. */
export function sentTextsOf(profile: Profile, secrets: Secrets): readonly string[] {
  const { options, keepAlive } = profile;
  const read = (value: FieldValue) => readFieldValue(value, secrets);
  return [
    profile.url,
    ...[...profile.parameters, ...profile.headers].flatMap(({ name, value }) => [name, read(value)]),
    ...profile.subprotocols.map(({ value }) => value),
    profile.origin,
    options.tls.serverName,
    read(options.tls.clientKeyPassphrase),
    options.proxy.kind === 'url' ? read(options.proxy.url) : '',
    keepAlive.kind === 'message' ? keepAlive.text : '',
  ];
}

/** Every text of a profile in which a variable may stand. */
export function textsOf(profile: Profile, secrets: Secrets): readonly string[] {
  const { messages, tokenSource } = profile;
  const read = (value: FieldValue) => readFieldValue(value, secrets);
  return [
    ...sentTextsOf(profile, secrets),
    ...messages.map(({ text }) => text),
    ...(tokenSource === undefined
      ? []
      : [
          tokenSource.url,
          tokenSource.clientId,
          read(tokenSource.clientSecret),
          tokenSource.scope,
          tokenSource.audience,
          read(tokenSource.parameters),
        ]),
  ];
}
