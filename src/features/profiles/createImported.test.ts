import { describe, expect, it } from 'vitest';
import type { Environment } from '#domain/profile/environment.ts';
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

  it('keeps the values that came for the variables of environments, and takes them back too', () => {
    const stores = createStores();
    const staging: Environment = {
      id: 'e',
      name: 'Staging',
      variables: [{ id: '1', name: 'key', value: { kind: 'secret', secretId: 'theirs' }, isEnabled: true }],
    };
    createImported(stores, decide([OTHER]), [staging], { theirs: 'hunter3' });
    const { environments, secrets } = stores.profiles.getState();
    const [variable] = environments['e']?.variables ?? [];
    const secretId = variable?.value.kind === 'secret' ? variable.value.secretId : '';
    expect(secretId).not.toBe('theirs');
    expect(secrets).toEqual({ [secretId]: 'hunter3' });
    stores.lastNotice()?.action?.run();
    expect(stores.profiles.getState()).toMatchObject({ environments: {}, secrets: {} });
  });

  it('keeps no value that no profile names', () => {
    const stores = createStores();
    createImported(stores, decide([{ ...OTHER, secrets: { nobodys: 'hunter4' } }]));
    expect(stores.profiles.getState().secrets).toEqual({});
  });
});
