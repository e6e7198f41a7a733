import type { Profile } from '../profile/profile.ts';
import type { Expectation } from './expectation.ts';

/** The profile with these expectations; none is said in one way only, so that it is the same profile as before. */
export function withExpectations(profile: Profile, expectations: readonly Expectation[]): Profile {
  const { expectations: _before, ...rest } = profile;
  return expectations.length === 0 ? rest : { ...rest, expectations };
}
