import type { Refusal } from '../server/answer.ts';
import { type Call, headerOf } from '../server/call.ts';
import { type Check, firstRefusal } from '../server/firstRefusal.ts';
import type { Decision } from './authorizer.ts';
import { AWS_REFUSALS } from './refusals.ts';
import type { SignatureVerdict } from './signature.ts';
import type { Stage } from './stages.ts';

export interface Arrival {
  readonly call: Call;
  readonly stage: Stage;
  /** Of the presigned URL, on a stage that asks for one. */
  readonly signature: SignatureVerdict;
}

/** What comes before `$connect` (gateways.md 5.3). The place of all but the authorizer is our choice: none is on record. */
const CHECKS: readonly Check<Arrival>[] = [
  ({ call }) => (call.isUpgrade ? null : AWS_REFUSALS.notAnUpgrade()),
  ({ stage }) => stage.refuses?.() ?? null,
  authorize,
  ({ call, stage }) =>
    stage.apiKey === null || headerOf(call, 'x-api-key') === stage.apiKey ? null : AWS_REFUSALS.forbidden(),
];

export function refuse(arrival: Arrival): Refusal | null {
  return firstRefusal(CHECKS, arrival);
}

function authorize({ call, stage: { authorizer, usesIam }, signature }: Arrival): Refusal | null {
  if (usesIam) return SIGNATURES[signature]();
  if (authorizer === null) return null;
  const sources = authorizer.identitySources.map((name) => call.query.get(name) ?? '');
  if (sources.includes('')) return AWS_REFUSALS.unauthorized();
  return DECISIONS[authorizer.decide(sources)]();
}

const DECISIONS: Readonly<Record<Decision, () => Refusal | null>> = {
  allow: () => null,
  deny: AWS_REFUSALS.forbidden,
  unauthorized: AWS_REFUSALS.unauthorized,
  crash: AWS_REFUSALS.authorizerFailed,
};

const SIGNATURES: Readonly<Record<SignatureVerdict, () => Refusal | null>> = {
  valid: () => null,
  missing: AWS_REFUSALS.signatureMissing,
  wrong: AWS_REFUSALS.signatureWrong,
  expired: AWS_REFUSALS.signatureExpired,
};
