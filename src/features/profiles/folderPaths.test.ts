import { expect, it } from 'vitest';
import { folderPaths } from './folderPaths.ts';
import { exampleProfile } from './testing/exampleProfiles.ts';

it('lists folders and the folders around them once, by name', () => {
  const profiles = [
    exampleProfile('a', { folder: 'Contoso/stage 10' }),
    exampleProfile('b', { folder: 'Contoso / stage 9' }),
    exampleProfile('c', { folder: '' }),
    exampleProfile('d', { folder: 'Acme' }),
  ];
  expect(folderPaths(profiles)).toEqual(['Acme', 'Contoso', 'Contoso/stage 9', 'Contoso/stage 10']);
});
