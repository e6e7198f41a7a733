import { expect, it } from 'vitest';
import { folderTree, type ProfileFolder } from './folderTree.ts';
import { newProfile } from './newProfile.ts';

const PROFILES = [
  newProfile('1', 0, { name: 'Stage 10', folder: 'Contoso' }),
  newProfile('2', 0, { name: 'Stage 9', folder: 'Contoso' }),
  newProfile('3', 0, { name: 'EU', folder: 'Contoso/ Live /' }),
  newProfile('4', 0, { name: 'Loose' }),
  newProfile('5', 0, { name: 'Echo', folder: 'Acme' }),
];

function outline({ name, count, profiles, folders }: ProfileFolder): unknown {
  return { [`${name} ${count}`]: [...folders.map(outline), ...profiles.map((profile) => profile.name)] };
}

it('nests folders, counts what is in and below them, and sorts numbers as numbers', () => {
  expect(outline(folderTree(PROFILES))).toEqual({
    ' 5': [{ 'Acme 1': ['Echo'] }, { 'Contoso 3': [{ 'Live 1': ['EU'] }, 'Stage 9', 'Stage 10'] }, 'Loose'],
  });
});

it('gives each folder its path', () => {
  const [, contoso] = folderTree(PROFILES).folders;
  expect(contoso?.folders.map((folder) => folder.path)).toEqual(['Contoso/Live']);
});
