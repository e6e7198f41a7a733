import * as fc from 'fast-check';
import { GATEWAY_IDS } from '../../gateway/gateways.ts';
import type { Expectation } from '../../expectation/expectation.ts';
import type { Field, FieldValue, Profile, TokenSource } from '../profile.ts';

/** Few names, so that rows repeat them and two profiles have some in common; and any text. */
const name = fc.oneof(
  fc.constantFrom('apikey', 'Authorization', 'authorization', 'a/b', 'constructor', ''),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const text = fc.oneof(
  fc.constantFrom('', 'a', 'wss://gateway.example/chat'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const ms = fc.nat();

/** JSON has no -0. */
const json = fc.jsonValue({ maxDepth: 2 }).map((made) => JSON.parse(JSON.stringify(made)) as unknown);

/** What a later version may add; kept wherever it stands. */
const later = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('colour', 'tags', 'z'), json, { maxKeys: 2 }),
  },
);

function withLater<Shape extends object>(shape: fc.Arbitrary<Shape>): fc.Arbitrary<Shape> {
  return fc.tuple(later, shape).map(([more, known]) => ({ ...known, ...more }));
}

/** Ids are made unique once the profile is whole. */
const value: fc.Arbitrary<FieldValue> = fc.oneof(
  withLater(fc.record({ kind: fc.constant('text' as const), text })),
  withLater(fc.record({ kind: fc.constant('secret' as const), secretId: fc.constant('') })),
);

const fields = fc.array(withLater(fc.record({ id: fc.constant(''), name, value, isEnabled: fc.boolean() })), {
  maxLength: 4,
});

const options: fc.Arbitrary<Profile['options']> = withLater(
  fc.record({
    offersCompression: fc.boolean(),
    tls: withLater(
      fc.record({
        verifiesCertificate: fc.boolean(),
        caPem: text,
        clientCertificatePem: text,
        clientKeyPem: value,
        clientKeyPassphrase: value,
        serverName: text,
      }),
    ),
    limits: withLater(fc.record({ dnsMs: ms, tcpMs: ms, tlsMs: ms, answerMs: ms })),
    proxy: fc.oneof(
      fc.constantFrom({ kind: 'environment' as const }, { kind: 'none' as const }),
      fc.record({ kind: fc.constant('url' as const), url: value }),
    ),
  }),
);

const tokenSource: fc.Arbitrary<TokenSource> = withLater(
  fc.record({
    kind: fc.constant('oauth' as const),
    url: text,
    clientId: text,
    clientSecret: value,
    authentication: fc.constantFrom('basic' as const, 'body' as const),
    scope: text,
    audience: text,
    parameters: value,
    place: fc.oneof(
      fc.constant({ kind: 'header' as const }),
      fc.record({ kind: fc.constant('query' as const), name }),
    ),
    isRenewed: fc.boolean(),
    expiresAtId: fc.constant(''),
  }),
);

const expectations: fc.Arbitrary<readonly Expectation[]> = fc.array(
  withLater(
    fc.oneof(
      fc.record({ id: fc.constant(''), kind: fc.constant('opens' as const), withinMs: ms }),
      fc.record({ id: fc.constant(''), kind: fc.constant('refused' as const), status: ms }),
      fc.record({ id: fc.constant(''), kind: fc.constant('subprotocol' as const), value: name }),
      fc.record({
        id: fc.constant(''),
        kind: fc.constant('message' as const),
        filter: text,
        withinMs: ms,
        after: name,
      }),
      fc.record({ id: fc.constant(''), kind: fc.constant('closes' as const), code: ms, withinMs: ms }),
    ),
  ),
  { minLength: 1, maxLength: 3 },
);

const profile = withLater(
  fc.record({
    id: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    name,
    description: text,
    folder: text,
    gateway: fc.constantFrom(...GATEWAY_IDS, 'auto' as const),
    url: text,
    parameters: fields,
    headers: fields,
    subprotocols: fc.array(
      withLater(fc.record({ id: fc.constant(''), value: name, isEnabled: fc.boolean() })),
      { maxLength: 3 },
    ),
    transport: fc.constantFrom('companion' as const, 'browser' as const),
    origin: text,
    options,
    keepAlive: fc.oneof(
      fc.constant({ kind: 'off' as const }),
      fc.record({ kind: fc.constant('ping' as const), everyMs: ms }),
      fc.record({ kind: fc.constant('message' as const), everyMs: ms, text }),
    ),
    reconnect: fc.oneof(
      fc.constant({ kind: 'off' as const }),
      fc.record({
        kind: fc.constant('backoff' as const),
        maxAttempts: fc.nat(),
        firstDelayMs: ms,
        maxDelayMs: ms,
      }),
    ),
    messages: fc.array(
      withLater(
        fc.record({
          id: fc.constant(''),
          name,
          mode: fc.constantFrom('text' as const, 'json' as const, 'binary' as const),
          text,
          binaryEncoding: fc.constantFrom('hex' as const, 'base64' as const),
        }),
      ),
      { maxLength: 3 },
    ),
    createdAt: ms,
    updatedAt: ms,
  }),
);

/** Every profile that can be stored, with all that a later version of its schema may add. */
export const arbitraryProfile: fc.Arbitrary<Profile> = fc
  .tuple(profile, fc.option(tokenSource, { nil: undefined }), fc.option(expectations, { nil: undefined }))
  .map(([most, source, expected]) =>
    withOwnIds({
      ...most,
      ...(source !== undefined && { tokenSource: source }),
      ...(expected !== undefined && { expectations: expected }),
    }),
  );

/** Two profiles that are one but for some parts, or for none. */
export const arbitraryPair: fc.Arbitrary<readonly [Profile, Profile]> = fc
  .tuple(arbitraryProfile, arbitraryProfile, fc.uniqueArray(fc.nat({ max: 99 }), { maxLength: 3 }))
  .map(([one, other, places]) => {
    const names = Object.keys(other) as (keyof Profile)[];
    const taken = places
      .flatMap((place) => names[place % names.length] ?? [])
      .filter((part) => part !== 'id');
    return [
      one,
      withOwnIds({ ...one, ...Object.fromEntries(taken.map((part) => [part, other[part]])) }),
    ] as const;
  });

function withOwnIds(made: Profile): Profile {
  let last = 0;
  const newId = () => `${made.id}-${(last += 1)}`;
  const own = (own: FieldValue): FieldValue => (own.kind === 'text' ? own : { ...own, secretId: newId() });
  const ownField = (field: Field): Field => ({ ...field, id: newId(), value: own(field.value) });
  const { tls, proxy } = made.options;
  return {
    ...made,
    parameters: made.parameters.map(ownField),
    headers: made.headers.map(ownField),
    subprotocols: made.subprotocols.map((choice) => ({ ...choice, id: newId() })),
    messages: made.messages.map((message) => ({ ...message, id: newId() })),
    ...(made.expectations !== undefined && {
      expectations: made.expectations.map((expectation) => ({ ...expectation, id: newId() })),
    }),
    options: {
      ...made.options,
      tls: { ...tls, clientKeyPem: own(tls.clientKeyPem), clientKeyPassphrase: own(tls.clientKeyPassphrase) },
      proxy: proxy.kind === 'url' ? { ...proxy, url: own(proxy.url) } : proxy,
    },
    ...(made.tokenSource !== undefined && {
      tokenSource: {
        ...made.tokenSource,
        clientSecret: own(made.tokenSource.clientSecret),
        parameters: own(made.tokenSource.parameters),
        expiresAtId: newId(),
      },
    }),
  };
}
