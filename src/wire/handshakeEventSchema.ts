import { HANDSHAKE_FAILURE_CODES, HANDSHAKE_STEPS } from '#domain/handshake/handshakeRecord.ts';
import * as v from 'valibot';

export const StepSchema = v.picklist(HANDSHAKE_STEPS);

export const AddressSchema = v.object({ address: v.string(), family: v.picklist([4, 6]) });

const HeaderSchema = v.object({ name: v.string(), value: v.string() });

export const RequestSchema = v.object({ requestLine: v.string(), headers: v.array(HeaderSchema) });

const BodySchema = v.object({ base64: v.string(), receivedBytes: v.number(), isTruncated: v.boolean() });

export const ResponseSchema = v.object({
  from: v.picklist(['target', 'proxy']),
  httpVersion: v.string(),
  status: v.number(),
  reason: v.string(),
  headers: v.array(HeaderSchema),
  body: v.nullable(BodySchema),
});

const CertificateSchema = v.object({
  subject: v.string(),
  issuer: v.string(),
  names: v.array(v.string()),
  validFrom: v.number(),
  validTo: v.number(),
  fingerprint: v.string(),
  serialNumber: v.string(),
  isSelfSigned: v.boolean(),
});

const TrustSchema = v.variant('kind', [
  v.object({ kind: v.literal('trusted') }),
  v.object({
    kind: v.literal('untrusted'),
    code: v.string(),
    message: v.string(),
    isAccepted: v.boolean(),
  }),
]);

export const TlsSchema = v.object({
  version: v.string(),
  cipher: v.string(),
  alpn: v.nullable(v.string()),
  serverName: v.nullable(v.string()),
  chain: v.array(CertificateSchema),
  trust: TrustSchema,
});

export const CheckSchema = v.object({
  id: v.picklist([
    'http-version',
    'status-101',
    'upgrade',
    'connection',
    'accept',
    'subprotocol',
    'extensions',
  ]),
  verdict: v.picklist(['kept', 'broken', 'warning']),
  rule: v.string(),
  seen: v.string(),
  source: v.string(),
});

const FailureSchema = v.object({
  step: v.picklist([...HANDSHAKE_STEPS, 'checks']),
  code: v.picklist(HANDSHAKE_FAILURE_CODES),
  message: v.string(),
  advice: v.string(),
  systemCode: v.nullable(v.string()),
});

export const OutcomeSchema = v.variant('kind', [
  v.object({
    kind: v.literal('open'),
    subprotocol: v.nullable(v.string()),
    extensions: v.nullable(v.string()),
  }),
  v.object({ kind: v.literal('refused'), status: v.number(), reason: v.string() }),
  v.object({ kind: v.literal('failed'), failure: FailureSchema }),
  v.object({ kind: v.literal('cancelled'), step: v.nullable(StepSchema) }),
]);

export const HandshakeEventSchema = v.variant('type', [
  v.object({
    type: v.literal('started'),
    at: v.number(),
    url: v.string(),
    madeBy: v.picklist(['companion', 'browser']),
    proxy: v.nullable(v.string()),
  }),
  v.object({ type: v.literal('step-started'), step: StepSchema, atMs: v.number(), limitMs: v.number() }),
  v.object({ type: v.literal('step-ended'), step: StepSchema, atMs: v.number() }),
  v.object({
    type: v.literal('resolved'),
    addresses: v.array(AddressSchema),
  }),
  v.object({ type: v.literal('connected'), remoteAddress: v.string() }),
  v.object({ type: v.literal('secured'), tls: TlsSchema }),
  v.object({ type: v.literal('requested'), request: RequestSchema }),
  v.object({ type: v.literal('first-byte'), atMs: v.number() }),
  v.object({ type: v.literal('answered'), response: ResponseSchema }),
  v.object({ type: v.literal('body-read'), body: BodySchema }),
  v.object({ type: v.literal('checked'), checks: v.array(CheckSchema) }),
  v.object({ type: v.literal('ended'), outcome: OutcomeSchema, atMs: v.number() }),
]);
