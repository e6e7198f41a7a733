import { expect, it } from 'vitest';
import { exportRows } from './exportRows.ts';
import { exampleProfile } from './testing/exampleProfiles.ts';

it('has a row for each folder, which stands for all that is in it, and for each profile', () => {
  const rows = exportRows([
    exampleProfile('a', { folder: 'Contoso/chat' }),
    exampleProfile('b', { folder: 'Contoso' }),
    exampleProfile('c', { name: '' }),
  ]);
  expect(rows.map(({ kind, name, depth, ids }) => [kind, name, depth, ids.join(' ')])).toEqual([
    ['folder', 'Contoso', 0, 'a b'],
    ['folder', 'chat', 1, 'a'],
    ['profile', 'a', 2, 'a'],
    ['profile', 'b', 1, 'b'],
    ['profile', 'Unnamed', 0, 'c'],
  ]);
});
