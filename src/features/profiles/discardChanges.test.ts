import { describe, expect, it } from 'vitest';
import { discardChanges } from './discardChanges.ts';
import { createTestStores } from './testing/createTestStores.ts';

describe('discardChanges', () => {
  it('takes the profile back to what is saved, and again to what was typed', () => {
    const stores = createTestStores();
    const id = stores.save({ name: 'Echo', url: 'wss://saved.example/' });
    const { actions } = stores.profiles.getState();
    const parameter = {
      id: 'p1',
      name: 'apikey',
      value: { kind: 'secret', secretId: 's1' },
      isEnabled: true,
    } as const;
    actions.setSecret('s1', 'typed');
    actions.edit(id, (profile) => ({ ...profile, url: 'wss://typed.example/', parameters: [parameter] }));

    discardChanges(stores, id);
    expect(stores.profiles.getState()).toMatchObject({ drafts: {}, secrets: {} });
    expect(stores.lastNotice()?.text).toBe('Discarded the changes to “Echo”.');

    stores.lastNotice()?.action?.run();
    expect(stores.profiles.getState()).toMatchObject({
      drafts: { [id]: { url: 'wss://typed.example/', parameters: [parameter] } },
      secrets: { s1: 'typed' },
    });
  });

  it('deletes what was never saved, and brings it back on request', () => {
    const stores = createTestStores();
    const id = stores.profiles.getState().actions.create({ name: 'Draft' });
    discardChanges(stores, id);
    expect(stores.profiles.getState().drafts).toEqual({});
    expect(stores.lastNotice()?.text).toBe('Deleted “Draft”.');
    stores.lastNotice()?.action?.run();
    expect(stores.profiles.getState().drafts).toMatchObject({ [id]: { name: 'Draft' } });
  });

  it('does nothing for a profile without changes', () => {
    const stores = createTestStores();
    discardChanges(stores, stores.save({}));
    expect(stores.lastNotice()).toBeUndefined();
  });
});
