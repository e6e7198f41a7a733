import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import * as v from 'valibot';
import {
  AddressSchema,
  CheckSchema,
  OutcomeSchema,
  RequestSchema,
  ResponseSchema,
  StepSchema,
  TlsSchema,
} from './handshakeEventSchema.ts';
import { parseWith, type Parsed } from './parsed.ts';

const RecordSchema = v.object({
  madeBy: v.picklist(['companion', 'browser']),
  url: v.string(),
  startedAt: v.number(),
  steps: v.array(
    v.object({ step: StepSchema, startMs: v.number(), endMs: v.nullable(v.number()), limitMs: v.number() }),
  ),
  addresses: v.array(AddressSchema),
  remoteAddress: v.nullable(v.string()),
  proxy: v.nullable(v.string()),
  tls: v.nullable(TlsSchema),
  request: v.nullable(RequestSchema),
  firstByteMs: v.nullable(v.number()),
  response: v.nullable(ResponseSchema),
  checks: v.array(CheckSchema),
  outcome: v.nullable(OutcomeSchema),
  endedMs: v.nullable(v.number()),
});

export const parseHandshakeRecord = (input: unknown): Parsed<HandshakeRecord> =>
  parseWith(RecordSchema, input);
