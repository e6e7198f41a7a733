import { describe, expect, it } from 'vitest';
import { secretVariable, secretVariablesOf } from './namedSecrets.ts';

describe('secretVariable', () => {
  it.each([
    ['Ocp-Apim-Subscription-Key', 'POSTERN_OCP_APIM_SUBSCRIPTION_KEY'],
    ['apikey', 'POSTERN_APIKEY'],
    ['$x (test)', 'POSTERN_X_TEST'],
  ])('of %s is %s', (label, name) => {
    expect(secretVariable(label)).toBe(name);
  });
});

describe('secretVariablesOf', () => {
  it('goes from the variable that names the profile to the one that does not', () => {
    expect(secretVariablesOf('Contoso (test)', 'x-key')).toEqual([
      'POSTERN_CONTOSO_TEST_X_KEY',
      'POSTERN_X_KEY',
    ]);
  });
});
