import { expect, it } from 'vitest';
import { ownProfiles } from './ownProfiles.ts';
import { byId, exampleProfile } from './testing/exampleProfiles.ts';

it('are those saved and those begun, as edited, and neither empty ones nor those of the local gateways or the team', () => {
  const own = ownProfiles({
    teamFile: { name: 'team.json', problems: [], environments: [] },
    saved: byId([exampleProfile('saved'), exampleProfile('edited')]),
    drafts: byId([
      exampleProfile('edited', { name: 'changed' }),
      exampleProfile('begun', { url: 'wss://h.example' }),
      exampleProfile('blank'),
      exampleProfile('team:a', { url: 'wss://h.example' }),
      exampleProfile('local:a', { url: 'ws://127.0.0.1:9' }),
    ]),
    readyMade: byId([exampleProfile('local:a')]),
  });
  expect(own.map(({ name }) => name)).toEqual(['saved', 'changed', 'begun']);
});
