import { type Call, headerOf } from '../server/call.ts';
import type { Check } from '../server/firstRefusal.ts';
import type { ApigeeCredentials } from './credentials.ts';
import { APIGEE_FAULTS } from './faults.ts';

/** A flow variable from which a policy reads a credential (gateways.md 4.2). */
export type Variable = `request.queryparam.${string}` | `request.header.${string}`;

/** A step of a proxy's PreFlow. */
export type Policy = Check<Call>;

export function verifyApiKey(variable: Variable, credentials: ApigeeCredentials): Policy {
  return (call) => {
    const key = resolve(variable, call);
    if (key === '') return APIGEE_FAULTS.unresolvedApiKey(variable);
    if (key === credentials.apiKeyOfOtherProduct) return APIGEE_FAULTS.apiKeyOfOtherProduct();
    return key === credentials.apiKey ? null : APIGEE_FAULTS.invalidApiKey();
  };
}

export function verifyAccessToken(variable: Variable, credentials: ApigeeCredentials): Policy {
  return (call) => {
    const token = resolve(variable, call);
    if (token === '') return APIGEE_FAULTS.missingAccessToken();
    if (token === credentials.expiredAccessToken) return APIGEE_FAULTS.expiredAccessToken();
    return token === credentials.accessToken ? null : APIGEE_FAULTS.unknownAccessToken();
  };
}

/** A spike that has just been: no call gets through. */
export const spikeArrest: Policy = () => APIGEE_FAULTS.spikeArrest();

function resolve(variable: Variable, call: Call): string {
  const [, part, name = ''] = variable.split('.');
  return (part === 'header' ? headerOf(call, name) : call.query.get(name)) ?? '';
}
