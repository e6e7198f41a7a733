import * as v from 'valibot';
import { GATEWAY_IDS } from '../gateway/gateways.ts';
import type { Profile } from './profile.ts';

/** The shape of a stored profile. Objects are loose: what a later version of the same schema adds is kept. */

const FieldValueSchema = v.variant('kind', [
  v.looseObject({ kind: v.literal('text'), text: v.string() }),
  v.looseObject({ kind: v.literal('secret'), secretId: v.string() }),
]);

/** A row: of a profile's tables, or a variable of an environment. */
export const FieldSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  value: FieldValueSchema,
  isEnabled: v.boolean(),
});

const OptionsSchema = v.looseObject({
  offersCompression: v.boolean(),
  tls: v.looseObject({
    verifiesCertificate: v.boolean(),
    caPem: v.string(),
    clientCertificatePem: v.string(),
    clientKeyPem: FieldValueSchema,
    clientKeyPassphrase: FieldValueSchema,
    serverName: v.string(),
  }),
  limits: v.looseObject({ dnsMs: v.number(), tcpMs: v.number(), tlsMs: v.number(), answerMs: v.number() }),
  proxy: v.variant('kind', [
    v.looseObject({ kind: v.literal('environment') }),
    v.looseObject({ kind: v.literal('none') }),
    v.looseObject({ kind: v.literal('url'), url: FieldValueSchema }),
  ]),
});

const TokenSourceSchema = v.looseObject({
  kind: v.literal('oauth'),
  url: v.string(),
  clientId: v.string(),
  clientSecret: FieldValueSchema,
  authentication: v.picklist(['basic', 'body']),
  scope: v.string(),
  audience: v.string(),
  parameters: FieldValueSchema,
  place: v.variant('kind', [
    v.looseObject({ kind: v.literal('header') }),
    v.looseObject({ kind: v.literal('query'), name: v.string() }),
  ]),
  isRenewed: v.boolean(),
  expiresAtId: v.string(),
});

const KeepAliveSchema = v.variant('kind', [
  v.looseObject({ kind: v.literal('off') }),
  v.looseObject({ kind: v.literal('ping'), everyMs: v.number() }),
  v.looseObject({ kind: v.literal('message'), everyMs: v.number(), text: v.string() }),
]);

const ReconnectSchema = v.variant('kind', [
  v.looseObject({ kind: v.literal('off') }),
  v.looseObject({
    kind: v.literal('backoff'),
    maxAttempts: v.number(),
    firstDelayMs: v.number(),
    maxDelayMs: v.number(),
  }),
]);

const SavedMessageSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  mode: v.picklist(['text', 'json', 'binary']),
  text: v.string(),
  binaryEncoding: v.picklist(['hex', 'base64']),
});

const ExpectationSchema = v.variant('kind', [
  v.looseObject({ id: v.string(), kind: v.literal('opens'), withinMs: v.number() }),
  v.looseObject({ id: v.string(), kind: v.literal('refused'), status: v.number() }),
  v.looseObject({ id: v.string(), kind: v.literal('subprotocol'), value: v.string() }),
  v.looseObject({
    id: v.string(),
    kind: v.literal('message'),
    filter: v.string(),
    withinMs: v.number(),
    after: v.string(),
  }),
  v.looseObject({ id: v.string(), kind: v.literal('closes'), code: v.number(), withinMs: v.number() }),
]);

export const ProfileSchema: v.GenericSchema<unknown, Profile> = v.looseObject({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.string(),
  description: v.string(),
  folder: v.string(),
  gateway: v.picklist([...GATEWAY_IDS, 'auto']),
  url: v.string(),
  parameters: v.array(FieldSchema),
  headers: v.array(FieldSchema),
  subprotocols: v.array(v.looseObject({ id: v.string(), value: v.string(), isEnabled: v.boolean() })),
  transport: v.picklist(['companion', 'browser']),
  origin: v.string(),
  options: OptionsSchema,
  keepAlive: KeepAliveSchema,
  reconnect: ReconnectSchema,
  messages: v.array(SavedMessageSchema),
  expectations: v.exactOptional(v.array(ExpectationSchema)),
  tokenSource: v.exactOptional(TokenSourceSchema),
  createdAt: v.number(),
  updatedAt: v.number(),
});
