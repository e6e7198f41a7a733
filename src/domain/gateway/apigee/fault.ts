import * as v from 'valibot';
import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { readAnswer } from '../answer.ts';

/** An Apigee fault (gateways.md 4.3). */
export interface Fault {
  readonly faultstring: string;
  /** For example `steps.oauth.v2.FailedToResolveAPIKey`. */
  readonly errorcode: string;
  /** Apigee X adds one to target faults, for example `TARGET_CONNECT_TIMEOUT`. */
  readonly reason: string | null;
}

const FaultBody = v.object({
  fault: v.object({
    faultstring: v.string(),
    detail: v.object({ errorcode: v.string(), reason: v.optional(v.string()) }),
  }),
});

export function readFault(record: HandshakeRecord): Fault | null {
  const parsed = v.safeParse(FaultBody, readAnswer(record)?.json);
  if (!parsed.success) return null;
  const { faultstring, detail } = parsed.output.fault;
  return { faultstring, errorcode: detail.errorcode, reason: detail.reason ?? null };
}
