import { type Call, headerOf } from '../server/call.ts';
import type { Check } from '../server/firstRefusal.ts';
import { KEY_FAULTS, TOKEN_FAULTS } from './credentialFaults.ts';
import type { ApigeeCredentials, UselessCredentials } from './credentials.ts';
import { APIGEE_FAULTS } from './faults.ts';

/** A flow variable from which a policy reads a credential (gateways.md 4.2). */
export type Variable = `request.queryparam.${string}` | `request.header.${string}`;

/** A step of a proxy's PreFlow. */
export type Policy = Check<Call>;

export function verifyApiKey(
  variable: Variable,
  credentials: ApigeeCredentials,
  { keys }: UselessCredentials,
): Policy {
  return (call) => {
    const key = resolve(variable, call);
    if (key === '') return APIGEE_FAULTS.unresolvedApiKey(variable);
    if (key === credentials.apiKeyOfOtherProduct) return APIGEE_FAULTS.apiKeyOfOtherProduct();
    const status = statusOf(key, keys);
    if (status !== undefined) return KEY_FAULTS[status]();
    return key === credentials.apiKey ? null : APIGEE_FAULTS.invalidApiKey();
  };
}

export function verifyAccessToken(
  variable: Variable,
  credentials: ApigeeCredentials,
  { tokens }: UselessCredentials,
): Policy {
  return (call) => {
    const token = resolve(variable, call);
    if (token === '') return APIGEE_FAULTS.missingAccessToken();
    if (token === credentials.expiredAccessToken) return APIGEE_FAULTS.expiredAccessToken();
    const status = statusOf(token, tokens);
    if (status !== undefined) return TOKEN_FAULTS[status](call);
    return token === credentials.accessToken ? null : APIGEE_FAULTS.unknownAccessToken();
  };
}

/** A spike that has just been: no call gets through. */
export const spikeArrest: Policy = () => APIGEE_FAULTS.spikeArrest();

/** A quota that is used up. */
export const quota: Policy = () => APIGEE_FAULTS.quota();

/** The same on Edge, whose sentence and status are others. */
export const olderSpikeArrest: Policy = () => APIGEE_FAULTS.edgeSpikeArrest();

/** The policy of an older deployment, which answers 500 where newer ones answer 401 or 429 (gateways.md 4.3). */
export function asOlder(policy: Policy): Policy {
  return (call) => {
    const refusal = policy(call);
    if (refusal === null) return null;
    return { ...refusal, status: 500, reasonPhrase: 'Internal Server Error' };
  };
}

/** A list of addresses that this machine is not on. */
export const accessControl: Policy = (call) => APIGEE_FAULTS.ipDenied(call);

function statusOf<Status extends string>(
  credential: string,
  byStatus: Readonly<Record<Status, string>>,
): Status | undefined {
  return (Object.keys(byStatus) as Status[]).find((status) => byStatus[status] === credential);
}

function resolve(variable: Variable, call: Call): string {
  const [, part, name = ''] = variable.split('.');
  return (part === 'header' ? headerOf(call, name) : call.query.get(name)) ?? '';
}
