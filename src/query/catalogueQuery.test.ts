import { describe, expect, it } from 'vitest';
import type { CatalogueAddress } from '#domain/profile/catalogue/catalogueAddress.ts';
import { formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import { catalogueQuery } from './catalogueQuery.ts';
import { apiFixture } from './testing/apiFixture.ts';

const FILE = formatProfilesFile([newProfile('p1', 0, { name: 'Echo', url: 'wss://a.example/echo' })]);
const ELSEWHERE: CatalogueAddress = {
  url: 'https://example.org/team.json',
  site: 'example.org',
  isOwnSite: false,
};
const HERE: CatalogueAddress = { url: '/team.json', site: '127.0.0.1', isOwnSite: true };

const api = apiFixture();

const look = (address: CatalogueAddress) =>
  api.client.fetchQuery({ ...catalogueQuery(address), staleTime: 0 });

describe('catalogueQuery', () => {
  it('has the companion ask another site', async () => {
    api.server.answerWith({
      status: 200,
      json: { kind: 'answered', status: 200, mediaType: 'application/json', text: FILE },
    });
    expect(await look(ELSEWHERE)).toMatchObject({ profiles: [{ name: 'Echo' }], problems: [] });
    expect(api.server.requests).toEqual([
      { method: 'POST', path: '/api/catalogue', body: '{"url":"https://example.org/team.json"}' },
    ]);
  });

  it('asks its own site itself', async () => {
    api.server.answerWith({ status: 200, json: JSON.parse(FILE) as unknown });
    expect(await look(HERE)).toMatchObject({ profiles: [{ id: 'catalogue:/team.json#p1' }] });
    expect(api.server.requests).toEqual([{ method: 'GET', path: '/team.json', body: '' }]);
  });

  it('keeps what it has while the site fails, and keeps its objects while the file says the same', async () => {
    api.server.answerWith({ status: 200, json: JSON.parse(FILE) as unknown });
    const first = await look(HERE);
    const { queryKey } = catalogueQuery(HERE);
    const kept = api.client.getQueryData(queryKey);
    await look(HERE);
    expect(api.client.getQueryData(queryKey)).toBe(kept);
    api.server.answerWith({ status: 500, text: '' });
    await expect(look(HERE)).rejects.toThrow('127.0.0.1 answered 500, and no file.');
    api.server.answerWith('hang-up');
    await expect(look(HERE)).rejects.toThrow('The site of this page cannot be reached');
    expect(api.client.getQueryData(queryKey)).toEqual(first);
  });

  it('fails with the place at fault', async () => {
    api.server.answerWith({ status: 200, json: { format: 'postern-profiles', version: 99, profiles: [] } });
    await expect(look(HERE)).rejects.toMatchObject({
      name: 'CatalogueError',
      problems: [{ path: 'version' }],
    });
  });

  it('reads no more of a file than its limit', async () => {
    api.server.answerWith({ status: 200, text: ' '.repeat(5 * 1024 * 1024) });
    await expect(look(HERE)).rejects.toThrow('The file is larger than 4 MiB.');
  });
});
