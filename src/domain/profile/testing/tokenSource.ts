import type { TokenSource } from '../profile.ts';

/** Where a token comes from, as a person sets it up with nothing beyond what is needed. A test says what is other in its own. */
export const TOKEN_SOURCE: TokenSource = {
  kind: 'oauth',
  url: 'https://login.example.com/token',
  clientId: 'postern',
  clientSecret: { kind: 'secret', secretId: 'client' },
  authentication: 'basic',
  scope: '',
  audience: '',
  parameters: { kind: 'text', text: '' },
  place: { kind: 'header' },
  isRenewed: true,
  expiresAtId: 'expiry',
};
