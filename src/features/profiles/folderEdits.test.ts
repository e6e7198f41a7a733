import { describe, expect, it } from 'vitest';
import { connectFromList } from './connectFromList.ts';
import { moveFolder, removeFolder } from './folderEdits.ts';
import { createTestStores } from './testing/createTestStores.ts';

/** Three profiles, two of them in a folder or below, one of these edited. */
function openWithFolder() {
  const stores = createTestStores();
  const top = stores.save({ name: 'Top', folder: '' });
  const echo = stores.save({ name: 'Echo', folder: 'Contoso' });
  const chat = stores.save({ name: 'Chat', folder: 'Contoso/team' });
  const { actions } = stores.profiles.getState();
  actions.edit(chat, (profile) => ({ ...profile, url: 'wss://edited.example/' }));
  const folders = () => {
    const { saved, drafts } = stores.profiles.getState();
    return [top, echo, chat].map((id) => [saved[id]?.folder, drafts[id]?.folder]);
  };
  return { stores, actions, top, echo, chat, folders, undo: () => stores.lastNotice()?.action?.run() };
}

/** To the one in the folder that is saved, as `s1`. */
function giveSecret({ actions, echo }: ReturnType<typeof openWithFolder>): void {
  actions.edit(echo, (profile) => ({
    ...profile,
    headers: [{ id: 'h', name: 'apikey', value: { kind: 'secret', secretId: 's1' }, isEnabled: true }],
  }));
  actions.save(echo);
  actions.setSecret('s1', 'hunter2');
}

describe('moveFolder', () => {
  it('moves what is saved and what is edited, at once, and takes it back', () => {
    const page = openWithFolder();
    moveFolder(page.stores, 'Contoso', 'Fabrikam / old');
    expect(page.folders()).toEqual([
      ['', undefined],
      ['Fabrikam/old', undefined],
      ['Fabrikam/old/team', 'Fabrikam/old/team'],
    ]);
    expect(page.stores.lastNotice()?.text).toBe('“Contoso” is “Fabrikam / old” now.');
    page.undo();
    expect(page.folders()).toEqual([
      ['', undefined],
      ['Contoso', undefined],
      ['Contoso/team', 'Contoso/team'],
    ]);
  });

  it('takes back neither what was moved again since, nor what stood there before', () => {
    const page = openWithFolder();
    const there = page.stores.save({ name: 'There', folder: 'Fabrikam' });
    moveFolder(page.stores, 'Contoso', 'Fabrikam');
    const { undo } = page;
    page.actions.move({ [page.echo]: 'Elsewhere' });
    undo();
    expect(page.folders()[1]).toEqual(['Elsewhere', undefined]);
    expect(page.folders()[2]).toEqual(['Contoso/team', 'Contoso/team']);
    expect(page.stores.profiles.getState().saved[there]?.folder).toBe('Fabrikam');
  });

  it('says nothing when everything is where it was', () => {
    const page = openWithFolder();
    moveFolder(page.stores, 'Contoso', ' Contoso/ ');
    expect(page.stores.lastNotice()).toBeUndefined();
  });

  it('says where things are that are in no folder any more', () => {
    const page = openWithFolder();
    moveFolder(page.stores, 'Contoso/team', '');
    expect(page.folders()[2]).toEqual(['', '']);
    expect(page.stores.lastNotice()?.text).toBe('Moved what was in “team” to the top level.');
  });
});

describe('removeFolder', () => {
  it('deletes what is in the folder and below, and brings it back with its edits, secrets and selection', () => {
    const page = openWithFolder();
    giveSecret(page);
    page.actions.select(page.chat);
    const before = page.stores.profiles.getState();
    removeFolder(page.stores, 'Contoso');
    expect(page.stores.profiles.getState()).toMatchObject({ drafts: {}, selectedId: null });
    expect(Object.keys(page.stores.profiles.getState().saved)).toEqual([page.top]);
    expect(page.stores.lastNotice()?.text).toBe('Deleted “Contoso” and the 2 profiles in it.');
    page.undo();
    const { saved, drafts, secrets, selectedId } = page.stores.profiles.getState();
    expect({ saved, drafts, secrets, selectedId }).toEqual({
      saved: before.saved,
      drafts: before.drafts,
      secrets: { s1: 'hunter2' },
      selectedId: page.chat,
    });
  });

  it('forgets the secrets once something else is deleted', () => {
    const page = openWithFolder();
    giveSecret(page);
    removeFolder(page.stores, 'Contoso');
    expect(page.stores.profiles.getState().secrets).toEqual({ s1: 'hunter2' });
    page.actions.remove([page.top]);
    expect(page.stores.profiles.getState().secrets).toEqual({});
  });

  it('ends the connections of what it deletes', () => {
    const page = openWithFolder();
    connectFromList(page.stores, page.chat, 'ready');
    page.stores.engine.connections[0]?.open();
    removeFolder(page.stores, 'Contoso/team');
    expect(page.stores.engine.connections[0]?.calls.at(-1)).toEqual(['close', 1000, '']);
    expect(page.stores.lastNotice()?.text).toBe('Deleted “team” and the profile in it.');
  });
});
