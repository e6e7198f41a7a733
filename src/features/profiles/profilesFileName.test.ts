import { expect, it } from 'vitest';
import { profilesFileName } from './profilesFileName.ts';
import { exampleProfile } from './testing/exampleProfiles.ts';

it.each([
  [['Contoso'], ['Staging / eu'], 'Staging-eu.postern.json'],
  [['Contoso', 'Contoso'], ['a', 'b'], 'Contoso.postern.json'],
  [['Contoso/chat/eu', 'Contoso/chat', 'Contoso/chat/us'], ['a', 'b', 'c'], 'Contoso-chat.postern.json'],
  [['Contoso', 'Fabrikam'], ['a', 'b'], 'postern-profiles.json'],
  [['Contoso', ''], ['a', 'b'], 'postern-profiles.json'],
  [[''], ['…'], 'postern-profiles.json'],
])('a file of profiles in %j with the names %j is %s', (folders, names, fileName) => {
  const profiles = folders.map((folder, index) =>
    exampleProfile(String(index), { folder, name: names[index] ?? '' }),
  );
  expect(profilesFileName(profiles)).toBe(fileName);
});
