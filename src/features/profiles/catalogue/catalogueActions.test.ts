import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import { catalogueQuery } from '#query/catalogueQuery.ts';
import { createNoticesStore } from '#state/noticesStore.ts';
import { refresh } from './catalogueActions.ts';

const ADDRESS = { url: 'https://wiki.example/team.json', site: 'wiki.example', isOwnSite: false };
const TEXT = formatProfilesFile([newProfile('p', 0, { name: 'Echo' })]);

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Refreshes a catalogue that was fetched before, while nothing asks for it by itself: the companion had gone. */
async function refreshed(answer: () => Promise<Response>) {
  vi.stubGlobal('fetch', answer);
  const client = new QueryClient();
  const query = catalogueQuery(ADDRESS);
  client.setQueryData(query.queryKey, { profiles: [], problems: [], hasEnvironments: false, text: TEXT });
  const stop = new QueryObserver(client, { ...query, enabled: false }).subscribe(() => undefined);
  const notices = createNoticesStore({ newId: () => 'n' });
  await refresh(client, { notices }, ADDRESS);
  stop();
  return {
    said: notices.getState().notices.map(({ text }) => text),
    query: client.getQueryState(query.queryKey),
  };
}

describe('refreshing a catalogue', () => {
  it('claims nothing of a site that nobody could ask', async () => {
    const { said, query } = await refreshed(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(said).toEqual([]);
    expect(query).toMatchObject({ status: 'error', data: { text: TEXT } });
  });

  it('says that it has asked', async () => {
    const json = { kind: 'answered', status: 200, mediaType: 'application/json', text: TEXT };
    const { said, query } = await refreshed(() => Promise.resolve(Response.json(json)));
    expect(said).toEqual(['The profiles of wiki.example are as they are there now.']);
    expect(query).toMatchObject({ data: { profiles: [{ name: 'Echo' }] } });
  });
});
