import { describe, expect, it } from 'vitest';
import { createProfilesFile } from './createProfilesFile.ts';
import { profilesFileQuery } from './profilesFileQuery.ts';
import { apiFixture } from './testing/apiFixture.ts';

const FILE = { kind: 'file', name: 'team.json', text: 'one', revision: 'r1' };

const api = apiFixture();

const look = (json: unknown) => {
  api.server.answerWith({ status: 200, json });
  return api.client.fetchQuery({ ...profilesFileQuery(), staleTime: 0 });
};

describe('profilesFileQuery', () => {
  it('asks for a change of what it knows, and keeps that when there is none', async () => {
    const first = await look(FILE);
    expect(first).toEqual(FILE);
    expect(await look({ kind: 'unchanged' })).toBe(first);
    expect(api.server.requests.map(({ path }) => path)).toEqual([
      '/api/profiles-file',
      '/api/profiles-file?known=r1',
    ]);
  });
});

describe('createProfilesFile', () => {
  it('knows what it has saved', async () => {
    await look(FILE);
    api.server.answerWith({ status: 200, json: { kind: 'saved', revision: 'r2' } });
    const file = createProfilesFile(api.client);
    await file.save({ text: 'two', expectedRevision: 'r1' });
    expect(JSON.parse(api.server.requests.at(-1)?.body ?? '')).toEqual({
      text: 'two',
      expectedRevision: 'r1',
    });
    expect(file.current()).toEqual({ ...FILE, text: 'two', revision: 'r2' });
  });

  it('knows what somebody else has made of the file', async () => {
    await look(FILE);
    const theirs = { name: 'team.json', text: 'theirs', revision: 'r3' };
    api.server.answerWith({ status: 200, json: { kind: 'changed', file: theirs } });
    const file = createProfilesFile(api.client);
    expect(await file.save({ text: 'two', expectedRevision: 'r1' })).toEqual({
      kind: 'changed',
      file: theirs,
    });
    expect(file.current()).toEqual({ kind: 'file', ...theirs });
  });
});
