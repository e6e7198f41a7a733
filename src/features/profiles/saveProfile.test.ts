import { describe, expect, it } from 'vitest';
import { saveProfile } from './saveProfile.ts';
import { createTestStores } from './testing/createTestStores.ts';
import { exampleProfile } from './testing/exampleProfiles.ts';

describe('saveProfile', () => {
  it('saves the changes without a word', () => {
    const stores = createTestStores();
    const id = stores.profiles.getState().actions.create({ name: 'Echo' });
    expect(saveProfile(stores, id)).toBe(id);
    expect(stores.profiles.getState()).toMatchObject({ saved: { [id]: { name: 'Echo' } }, drafts: {} });
    expect(stores.lastNotice()).toBeUndefined();
  });

  it('names a profile after its endpoint when nobody has', () => {
    const stores = createTestStores();
    const id = stores.profiles
      .getState()
      .actions.create({ url: 'wss://contoso.azure-api.net/client/hubs/chat' });
    saveProfile(stores, id);
    expect(stores.profiles.getState().saved[id]?.name).toBe('APIM contoso chat');
  });

  it("makes a ready-made profile the person's own, and says so", () => {
    const stores = createTestStores();
    stores.profiles.getState().actions.setReadyMade([exampleProfile('local:echo', { name: 'Echo' })], {});
    const id = saveProfile(stores, 'local:echo');
    expect(stores.profiles.getState()).toMatchObject({ saved: { [id]: { folder: '' } }, selectedId: id });
    expect(stores.lastNotice()?.text).toMatch(/^Saved “Echo.*” to your profiles\.$/);
  });
});
