import type { CredentialPlace } from '../gateway.ts';

/** gateways.md 5.2: all of them are looked at on $connect only. */
export const CREDENTIALS: readonly CredentialPlace[] = [
  {
    kind: 'query',
    name: 'X-Amz-Signature',
    label: 'Signature',
    hint: 'Part of a presigned URL for IAM authorization; paste the whole URL, since the signature covers the other X-Amz- parameters.',
  },
  {
    kind: 'query',
    name: 'X-Amz-Security-Token',
    label: 'Session token',
    hint: 'Part of a presigned URL made with temporary credentials.',
  },
  {
    kind: 'header',
    name: 'Authorization',
    label: 'Authorization',
    hint: 'For a Lambda authorizer with this identity source, or a SigV4 signature. Browsers cannot send this header.',
  },
  {
    kind: 'header',
    name: 'x-api-key',
    label: 'API key',
    hint: 'For a usage plan. Browsers cannot send it: there the authorizer has to return the key as usageIdentifierKey.',
  },
];
