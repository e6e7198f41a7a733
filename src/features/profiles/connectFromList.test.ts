import { describe, expect, it } from 'vitest';
import { connectFromList } from './connectFromList.ts';
import { createTestStores } from './testing/createTestStores.ts';
import { exampleProfile } from './testing/exampleProfiles.ts';

describe('connectFromList', () => {
  it('selects the profile and connects it', () => {
    const stores = createTestStores();
    const id = stores.save({ url: 'wss://example.com/' });
    stores.profiles.getState().actions.select(null);
    connectFromList(stores, id, 'ready');
    expect(stores.profiles.getState().selectedId).toBe(id);
    expect(stores.engine.connections[0]?.calls).toMatchObject([
      ['connect', { url: 'wss://example.com/', transport: 'companion' }],
    ]);
  });

  it('takes the Browser transport when there is no companion', () => {
    const stores = createTestStores();
    connectFromList(stores, stores.save({ url: 'wss://example.com/' }), 'absent');
    expect(stores.engine.connections[0]?.calls).toMatchObject([['connect', { transport: 'browser' }]]);
  });

  it('says what stands in the way, and shows the profile', () => {
    const stores = createTestStores();
    const id = stores.save({ name: 'Echo', url: '' });
    connectFromList(stores, id, 'ready');
    expect(stores.engine.connections).toEqual([]);
    expect(stores.profiles.getState().selectedId).toBe(id);
    expect(stores.lastNotice()?.text).toMatch(/^“Echo” cannot connect: /);
  });

  it('shows a profile of a catalogue first that does what its URL does not show', () => {
    const stores = createTestStores();
    const id = 'catalogue:https://example.org/t.json#p1';
    const url = 'wss://example.com/{{secret}}';
    stores.profiles.getState().actions.setCatalogue([exampleProfile(id, { name: 'Sly', url })]);
    stores.profiles
      .getState()
      .actions.addEnvironment('Mine', [
        { id: 'v1', name: 'secret', value: { kind: 'text', text: 'mine' }, isEnabled: true },
      ]);
    connectFromList(stores, id, 'ready');
    expect(stores.engine.connections).toEqual([]);
    expect(stores.profiles.getState().selectedId).toBe(id);
    expect(stores.lastNotice()?.text).toMatch(/^“Sly” has not connected yet\./);
    connectFromList(stores, id, 'ready');
    expect(stores.engine.connections[0]?.calls).toMatchObject([
      ['connect', { url: 'wss://example.com/mine' }],
    ]);
  });
});
