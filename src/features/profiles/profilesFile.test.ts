import { expect, it } from 'vitest';
import { parseStoredProfiles } from '#domain/profile/profileStore.ts';
import { profilesFile } from './profilesFile.ts';
import { byId, exampleProfile } from './testing/exampleProfiles.ts';

it('holds each profile once, as edited, in a form that can be read again', () => {
  const saved = byId([exampleProfile('a'), exampleProfile('b')]);
  const drafts = byId([exampleProfile('b', { name: 'edited' }), exampleProfile('c')]);
  const file: unknown = JSON.parse(profilesFile(saved, drafts));
  expect(file).toMatchObject({ format: 'postern-profiles' });
  expect(parseStoredProfiles((file as { profiles: unknown }).profiles)).toEqual({
    ok: true,
    profiles: [exampleProfile('a'), exampleProfile('b', { name: 'edited' }), exampleProfile('c')],
    problems: [],
  });
});
