import { describe, expect, it } from 'vitest';
import type { ImportedProfile } from '#domain/profile/import/readImport.ts';
import { createDraftMessagesStore } from '#state/createDraftMessagesStore.ts';
import { selectComposer } from '#state/draftMessagesStore.ts';
import { createMemoryMessageStorage } from '#state/messageStorage.ts';
import { createImported } from './createImported.ts';
import { decideImport, NOTHING_CHOSEN } from './importChoices.ts';
import { createTestStores } from './testing/createTestStores.ts';

function createStores() {
  return {
    ...createTestStores(),
    draftMessages: createDraftMessagesStore({ storage: createMemoryMessageStorage() }),
  };
}

const ECHO: ImportedProfile = {
  place: 'items[0]',
  id: null,
  fields: {
    name: 'Echo',
    folder: 'Chat',
    url: 'wss://h.example/echo',
    headers: [{ id: 'h', name: 'X-Key', value: { kind: 'secret', secretId: 's' }, isEnabled: true }],
  },
  secrets: { s: 'hunter2' },
  gateway: null,
  message: { mode: 'json', text: '{"a":1}', binaryEncoding: 'hex' },
  toFillIn: [],
};

const OTHER: ImportedProfile = {
  ...ECHO,
  fields: { name: 'Other', folder: '', url: 'wss://h.example/other' },
  secrets: {},
  message: null,
};

/** As the person would leave it who chooses nothing. */
function decide(imported: readonly ImportedProfile[]) {
  return decideImport(
    imported,
    imported.map(() => ({ kind: 'new', id: null })),
    NOTHING_CHOSEN,
  );
}

describe('createImported', () => {
  it('saves what was chosen, with its secrets and its first message', () => {
    const stores = createStores();
    createImported(stores, decide([ECHO, OTHER]));
    const { saved, drafts, secrets, selectedId } = stores.profiles.getState();
    expect(Object.values(saved).map(({ name, folder }) => `${folder}/${name}`)).toEqual([
      'Chat/Echo',
      '/Other',
    ]);
    expect(drafts).toEqual({});
    expect(secrets).toEqual({ s: 'hunter2' });
    expect(saved[selectedId ?? '']?.name).toBe('Echo');
    expect(selectComposer(stores.draftMessages.getState(), selectedId)).toMatchObject({
      mode: 'json',
      text: '{"a":1}',
    });
    expect(stores.lastNotice()?.text).toBe('Created 2 profiles.');
  });

  it('is taken back whole', () => {
    const stores = createStores();
    const before = stores.save({ name: 'Before' });
    createImported(stores, decide([ECHO]));
    expect(stores.lastNotice()?.text).toBe('Created “Echo”.');
    stores.lastNotice()?.action?.run();
    const { saved, secrets, selectedId } = stores.profiles.getState();
    expect(Object.keys(saved)).toEqual([before]);
    expect(secrets).toEqual({});
    expect(selectedId).toBe(before);
    expect(stores.draftMessages.getState().composers).toEqual({});
  });
});
