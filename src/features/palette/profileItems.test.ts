import { expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import { profileItems } from './profileItems.ts';

it('lists every profile once, as edited, those changed last first', () => {
  const items = profileItems({
    readyMade: {
      'local:echo': newProfile('local:echo', 0, { name: 'Echo', folder: 'Local/Apigee', gateway: 'apigee' }),
    },
    team: { 'team:c': newProfile('team:c', 5, { name: 'c', url: 'wss://c.example/' }) },
    saved: {
      a: newProfile('a', 10, { name: 'before' }),
      b: newProfile('b', 20, { name: 'b', url: 'wss://b.example/' }),
    },
    drafts: { a: newProfile('a', 30, { name: 'after', folder: 'Contoso/eu' }) },
  });
  expect(items.map(({ id, label, place, gateway }) => [id, label, place, gateway])).toEqual([
    ['a', 'after', 'Contoso / eu', ''],
    ['b', 'b', 'wss://b.example/', ''],
    ['team:c', 'c', 'wss://c.example/', ''],
    ['local:echo', 'Echo', 'Local / Apigee', 'Apigee'],
  ]);
});
