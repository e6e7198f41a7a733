import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProfilesFile } from './createProfilesFile.ts';
import { profilesFileQuery } from './profilesFileQuery.ts';
import { startApiServer } from './testing/apiServer.ts';
import type { ApiServer } from './testing/apiServer.ts';

const FILE = { kind: 'file', name: 'team.json', text: 'one', revision: 'r1' };

let server: ApiServer;
let client: QueryClient;

beforeEach(async () => {
  server = await startApiServer();
  client = new QueryClient();
});
afterEach(async () => {
  client.clear();
  await server.close();
});

const look = (json: unknown) => {
  server.answerWith({ status: 200, json });
  return client.fetchQuery({ ...profilesFileQuery(), staleTime: 0 });
};

describe('profilesFileQuery', () => {
  it('asks for a change of what it knows, and keeps that when there is none', async () => {
    const first = await look(FILE);
    expect(first).toEqual(FILE);
    expect(await look({ kind: 'unchanged' })).toBe(first);
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/api/profiles-file',
      '/api/profiles-file?known=r1',
    ]);
  });
});

describe('createProfilesFile', () => {
  it('knows what it has saved', async () => {
    await look(FILE);
    server.answerWith({ status: 200, json: { kind: 'saved', revision: 'r2' } });
    const file = createProfilesFile(client);
    await file.save({ text: 'two', expectedRevision: 'r1' });
    expect(JSON.parse(server.requests.at(-1)?.body ?? '')).toEqual({ text: 'two', expectedRevision: 'r1' });
    expect(file.current()).toEqual({ ...FILE, text: 'two', revision: 'r2' });
  });

  it('knows what somebody else has made of the file', async () => {
    await look(FILE);
    const theirs = { name: 'team.json', text: 'theirs', revision: 'r3' };
    server.answerWith({ status: 200, json: { kind: 'changed', file: theirs } });
    const file = createProfilesFile(client);
    expect(await file.save({ text: 'two', expectedRevision: 'r1' })).toEqual({
      kind: 'changed',
      file: theirs,
    });
    expect(file.current()).toEqual({ kind: 'file', ...theirs });
  });
});
