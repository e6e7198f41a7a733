import { describe, expect, it } from 'vitest';
import { connectFromList } from './connectFromList.ts';
import { removeProfile } from './removeProfile.ts';
import { createTestStores } from './testing/createTestStores.ts';
import { exampleProfile } from './testing/exampleProfiles.ts';

describe('removeProfile', () => {
  it('deletes the profile, and brings it back on request', () => {
    const stores = createTestStores();
    const id = stores.save({ name: 'Echo' });
    removeProfile(stores, id);
    expect(stores.profiles.getState()).toMatchObject({ saved: {}, selectedId: null });
    expect(stores.lastNotice()).toMatchObject({ text: 'Deleted “Echo”.', action: { label: 'Undo' } });
    stores.lastNotice()?.action?.run();
    expect(stores.profiles.getState()).toMatchObject({ saved: { [id]: { name: 'Echo' } }, selectedId: id });
  });

  it('ends the connection and keeps its log for as long as it can be undone', () => {
    const stores = createTestStores();
    const id = stores.save({ url: 'wss://example.com/' });
    const other = stores.save({});
    connectFromList(stores, id, 'ready');
    stores.engine.connections[0]?.open();
    removeProfile(stores, id);
    expect(stores.engine.connections[0]?.calls.at(-1)).toEqual(['close', 1000, '']);
    expect(stores.connections.getState().sessions).toHaveProperty(id);
    removeProfile(stores, other);
    expect(stores.connections.getState().sessions).not.toHaveProperty(id);
  });

  it('says so when a deletion can no longer be undone', () => {
    const stores = createTestStores();
    const [first, second] = [stores.save({ name: 'first' }), stores.save({ name: 'second' })];
    removeProfile(stores, first);
    const undoFirst = stores.lastNotice()?.action;
    removeProfile(stores, second);
    undoFirst?.run();
    expect(stores.profiles.getState().saved).toEqual({});
    expect(stores.lastNotice()?.text).toBe('Only what was deleted last can be brought back.');
  });

  it('leaves a ready-made profile alone', () => {
    const stores = createTestStores();
    stores.profiles.getState().actions.setReadyMade([exampleProfile('local:echo')], {});
    removeProfile(stores, 'local:echo');
    expect(stores.profiles.getState().readyMade).toHaveProperty('local:echo');
    expect(stores.lastNotice()).toBeUndefined();
  });
});
