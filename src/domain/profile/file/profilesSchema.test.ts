import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROFILE_SCHEMA_VERSION } from '../profile.ts';
import { arbitraryProfile } from '../testing/arbitraryProfile.ts';
import { formatProfilesFile } from './formatProfilesFile.ts';
import { parseProfilesFile } from './parseProfilesFile.ts';
import { arbitraryMutation, mutateDocument } from './testing/mutateDocument.ts';
import { profilesJsonSchema } from './testing/profilesJsonSchema.ts';
import { withoutDefaults } from './testing/withoutDefaults.ts';

const validates = new Ajv2020({ strict: true, allErrors: false }).compile(profilesJsonSchema());

describe('the published JSON Schema', () => {
  it('is that of the parser: `npx vitest run profilesSchema -u` publishes it anew', async () => {
    const path = `../../../../public/schema/postern-profiles-${PROFILE_SCHEMA_VERSION}.schema.json`;
    await expect(`${JSON.stringify(profilesJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(path);
  });

  it('takes every file that is written', () => {
    fc.assert(
      fc.property(fc.array(arbitraryProfile, { maxLength: 3 }), (profiles) => {
        expect(validates(JSON.parse(formatProfilesFile(profiles)))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('says of what may be left out what it is then', () => {
    let shorter = 0;
    fc.assert(
      fc.property(arbitraryProfile, (profile) => {
        const text = formatProfilesFile([profile]);
        const short = withoutDefaults(profilesJsonSchema(), JSON.parse(text));
        expect(validates(short)).toBe(true);
        const { profiles, problems } = parseProfilesFile(short);
        expect(problems).toEqual([]);
        expect(formatProfilesFile(profiles.map((filed) => filed.profile))).toBe(text);
        if (JSON.stringify(short).length < JSON.stringify(JSON.parse(text)).length) shorter += 1;
      }),
      { numRuns: 100 },
    );
    expect(shorter).toBeGreaterThan(90);
  });

  it('asks for nothing but what matters', () => {
    const profiles = [{ name: 'Echo', url: 'wss://a.example/' }];
    expect(validates({ format: 'postern-profiles', version: 2, profiles })).toBe(true);
    expect(validates({ format: 'postern-profiles', version: 2, profiles: [{ name: 'Echo' }] })).toBe(false);
  });

  it('takes what the parser takes, and nothing else, wherever a file is changed', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        arbitraryProfile,
        fc.array(arbitraryMutation, { minLength: 1, maxLength: 2 }),
        (profile, mutations) => {
          const written: unknown = JSON.parse(formatProfilesFile([profile]));
          const document = mutations.reduce<unknown>(mutateDocument, written);
          const { problems } = parseProfilesFile(document);
          expect(validates(document)).toBe(problems.length === 0);
          if (problems.length > 0) refused += 1;
        },
      ),
      { numRuns: 500 },
    );
    // Neither side says yes, or no, to everything.
    expect(refused).toBeGreaterThan(50);
    expect(refused).toBeLessThan(450);
  });
});
