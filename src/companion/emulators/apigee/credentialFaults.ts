import type { Refusal } from '../server/answer.ts';
import type { Call } from '../server/call.ts';
import { fault, tokenFault } from './fault.ts';

/** What is the matter with a key that is known (gateways.md 4.3). */
export type KeyStatus =
  | 'key not approved'
  | 'key expired'
  | 'app not approved'
  | 'developer inactive'
  | 'company inactive';

/** The codes are documented, the sentences are the emulator's. */
export const KEY_FAULTS: Readonly<Record<KeyStatus, () => Refusal>> = {
  'key not approved': () => fault('?', 401, 'API Key not approved', 'oauth.v2.ApiKeyNotApproved'),
  'key expired': () => fault('?', 401, 'API Key expired', 'keymanagement.service.consumer_key_expired'),
  'app not approved': () =>
    fault('?', 401, 'App not approved', 'keymanagement.service.invalid_client-app_not_approved'),
  'developer inactive': () =>
    fault('?', 401, 'Developer is not active', 'keymanagement.service.DeveloperStatusNotActive'),
  'company inactive': () =>
    fault('?', 401, 'Company is not active', 'keymanagement.service.CompanyStatusNotActive'),
};

/** What is the matter with a token that is known. */
export type TokenStatus =
  | 'no product for the path'
  | 'path not in the product'
  | 'token not approved'
  | 'scope missing';

export const TOKEN_FAULTS: Readonly<Record<TokenStatus, (call: Call) => Refusal>> = {
  'no product for the path': () =>
    tokenFault(
      'D',
      'Invalid API call as no apiproduct match found',
      'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound',
    ),
  'path not in the product': ({ path }) =>
    tokenFault('D', `APIResource ${path} does not exist`, 'keymanagement.service.apiresource_doesnot_exist'),
  /** The codes of the next two are documented, the sentences are the emulator's. */
  'token not approved': () =>
    tokenFault('?', 'Access Token not approved', 'keymanagement.service.access_token_not_approved'),
  'scope missing': () => fault('?', 403, 'Required scope(s): chat', 'steps.oauth.v2.InsufficientScope'),
};
