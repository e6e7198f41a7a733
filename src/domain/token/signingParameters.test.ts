import { describe, expect, it } from 'vitest';
import { isSigningParameter } from './signingParameters.ts';

describe('isSigningParameter', () => {
  it.each([
    ['X-Amz-Signature', true],
    ['x-amz-date', true],
    ['auth', false],
  ])('of %s is %s', (name, is) => {
    expect(isSigningParameter(name)).toBe(is);
  });
});
