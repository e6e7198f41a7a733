import { describe, expect, it } from 'vitest';
import { explainRefusal } from './explainRefusal.ts';

describe('explainRefusal', () => {
  it('points at the secret for invalid_client, and quotes the endpoint', () => {
    expect(explainRefusal({ status: 401, error: 'invalid_client', description: 'Bad secret.' })).toEqual({
      at: 'clientSecret',
      message:
        'The token endpoint does not know this client ID with this secret. Check both, and whether it wants them in the header or in the body (401 invalid_client). It says: “Bad secret.”',
    });
  });

  it.each([
    [400, 'unauthorized_client', 'clientId'],
    [400, 'invalid_scope', 'scope'],
    [400, 'invalid_target', 'audience'],
    [400, 'unsupported_grant_type', 'url'],
    [400, 'invalid_request', null],
    [401, null, 'clientSecret'],
    [404, null, 'url'],
    [405, null, 'url'],
    [302, null, 'url'],
    [200, null, 'url'],
    [503, null, null],
    [418, 'of_its_own', null],
  ] as const)('of %i %s is about %s', (status, error, at) => {
    const problem = explainRefusal({ status, error, description: '' });
    expect(problem.at).toBe(at);
    expect(problem.message).toMatch(new RegExp(`\\(${status}${error === null ? '' : ` ${error}`}\\)\\.$`));
  });
});
