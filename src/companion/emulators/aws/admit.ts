import type { Refusal } from '../server/answer.ts';
import type { Call } from '../server/call.ts';
import { type Check, firstRefusal } from '../server/firstRefusal.ts';
import type { Decision } from './authorizer.ts';
import { AWS_REFUSALS } from './refusals.ts';
import type { Stage } from './stages.ts';

interface Arrival {
  readonly call: Call;
  readonly stage: Stage;
}

/** What comes before `$connect` (gateways.md 5.3). The place of the first is our choice, as nothing is on record. */
const CHECKS: readonly Check<Arrival>[] = [
  ({ call }) => (call.isUpgrade ? null : AWS_REFUSALS.notAnUpgrade()),
  ({ stage }) => (stage.isThrottled ? AWS_REFUSALS.throttled() : null),
  authorize,
];

/** The stage if it may be connected to, else the refusal. */
export function admit(call: Call, stages: readonly Stage[]): Stage | { readonly refusal: Refusal } {
  // Nothing may follow the stage: `/dev/x` is no stage either.
  const stage = stages.find(({ name }) => call.path === `/${name}`);
  if (stage === undefined) return { refusal: AWS_REFUSALS.forbidden() };
  const refusal = firstRefusal(CHECKS, { call, stage });
  return refusal === null ? stage : { refusal };
}

function authorize({ call, stage: { authorizer } }: Arrival): Refusal | null {
  if (authorizer === null) return null;
  const sources = authorizer.identitySources.map((name) => call.query.get(name) ?? '');
  if (sources.includes('')) return AWS_REFUSALS.unauthorized();
  return DECISIONS[authorizer.decide(sources)]();
}

const DECISIONS: Readonly<Record<Decision, () => Refusal | null>> = {
  allow: () => null,
  deny: AWS_REFUSALS.forbidden,
  unauthorized: AWS_REFUSALS.unauthorized,
};
