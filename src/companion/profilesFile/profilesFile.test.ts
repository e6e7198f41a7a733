import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import { startServer } from '../server/testing/startServer.ts';
import type { TestServer } from '../server/testing/startServer.ts';
import { openProfilesFile } from './openProfilesFile.ts';

const ECHO = formatProfilesFile([newProfile('p1', 0, { name: 'Echo', url: 'wss://a.example/echo' })]);
const CHAT = formatProfilesFile([newProfile('p1', 0, { name: 'Chat', url: 'wss://a.example/chat' })]);
/** SHA-256 of no bytes. */
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

let folder: string;
let path: string;
let server: TestServer;
let cookie: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postern-profiles-'));
  path = join(folder, 'team.json');
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function serve(file = path): Promise<void> {
  server = await startServer({ profilesFile: await openProfilesFile(file) });
  cookie = await server.startSession();
}

async function read(known = ''): Promise<Record<string, string>> {
  const answer = await server.send({
    path: `/api/profiles-file${known === '' ? '' : `?known=${known}`}`,
    headers: { cookie },
  });
  expect(answer.status).toBe(200);
  return JSON.parse(answer.body) as Record<string, string>;
}

const revision = async () => (await read())['revision'] ?? '';

function save(body: unknown, headers: Record<string, string> = {}) {
  return server.send({
    method: 'POST',
    path: '/api/profiles-file/save',
    headers: { origin: `http://${server.host}`, 'content-type': 'application/json', cookie, ...headers },
    body: JSON.stringify(body),
  });
}

describe('GET /api/profiles-file', () => {
  it('has none where the companion was started without one', async () => {
    server = await startServer();
    cookie = await server.startSession();
    expect(await read()).toEqual({ kind: 'none' });
    expect((await save({ text: ECHO, expectedRevision: EMPTY })).status).toBe(404);
  });

  it('gives the text with the hash of its bytes, and only that it is unchanged to who knows it', async () => {
    await writeFile(path, ECHO);
    await serve();
    const file = await read();
    expect(file).toEqual({
      kind: 'file',
      name: 'team.json',
      text: ECHO,
      revision: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    });
    expect(await read(file['revision'])).toEqual({ kind: 'unchanged' });
    await writeFile(path, CHAT);
    expect(await read(file['revision'])).toMatchObject({ kind: 'file', text: CHAT });
  });

  it('notices a change of the same length within the clock’s grain', async () => {
    await writeFile(path, 'one');
    await serve();
    const known = await revision();
    await writeFile(path, 'two');
    expect(await read(known)).toMatchObject({ text: 'two' });
  });

  it('takes a file that is not there for an empty one', async () => {
    await serve();
    expect(await read()).toEqual({ kind: 'file', name: 'team.json', text: '', revision: EMPTY });
  });

  it('says why a file cannot be shown that has become too large, or no text', async () => {
    await serve();
    await writeFile(path, Buffer.alloc(4 * 1024 * 1024 + 1, 0x20));
    expect(await read()).toEqual({
      kind: 'unreadable',
      name: 'team.json',
      message: 'The file of profiles would be larger than 4 MB, or is.',
    });
    await writeFile(path, Buffer.from([0xff, 0xfe, 0x00]));
    expect(await read()).toMatchObject({ message: 'The file of profiles is no text in UTF-8.' });
  });
});

describe('who may ask', () => {
  it.each([
    ['without the session', { cookie: '' }, 401],
    ['from another origin', { origin: 'https://attacker.example' }, 403],
    ['under another name', { host: 'attacker.example' }, 421],
    ['as another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('gets nothing and writes nothing %s', async (_who, headers, status) => {
    await writeFile(path, ECHO);
    await serve();
    const expectedRevision = await revision();
    const asked = await server.send({ path: '/api/profiles-file', headers: { cookie, ...headers } });
    expect(asked.status).toBe(status);
    expect(asked.body).not.toContain('Echo');
    expect((await save({ text: CHAT, expectedRevision }, headers)).status).toBe(status);
    expect(await readFile(path, 'utf8')).toBe(ECHO);
  });
});

describe('POST /api/profiles-file/save', () => {
  it('makes a file that was not there', async () => {
    await serve();
    const answer = await save({ text: ECHO, expectedRevision: EMPTY });
    expect(JSON.parse(answer.body)).toEqual({ kind: 'saved', revision: await revision() });
    expect(await readFile(path, 'utf8')).toBe(ECHO);
  });

  it('writes all at once, keeps the mode and leaves nothing beside the file', async () => {
    await writeFile(path, ECHO);
    await chmod(path, 0o640);
    await serve();
    const before = await stat(path);
    await save({ text: CHAT, expectedRevision: await revision() });
    const after = await stat(path);
    expect(await readFile(path, 'utf8')).toBe(CHAT);
    expect(after.mode & 0o777).toBe(0o640);
    // Another file took its place: who had it open reads the old one to its end.
    expect(after.ino).not.toBe(before.ino);
    expect(await readdir(folder)).toEqual(['team.json']);
  });

  it('writes nothing over what somebody else has made of the file, and says what that is', async () => {
    await writeFile(path, ECHO);
    await serve();
    const expectedRevision = await revision();
    const theirs = ECHO.replace('"Echo"', '"Echo of theirs"');
    await writeFile(path, theirs);
    const answer = await save({ text: CHAT, expectedRevision });
    expect(JSON.parse(answer.body)).toEqual({
      kind: 'changed',
      file: { name: 'team.json', text: theirs, revision: await revision() },
    });
    expect(await readFile(path, 'utf8')).toBe(theirs);
  });

  it('lets one of two win that save at the same moment', async () => {
    await writeFile(path, ECHO);
    await serve();
    const expectedRevision = await revision();
    const other = CHAT.replace('"Chat"', '"Other"');
    const answers = await Promise.all([
      save({ text: CHAT, expectedRevision }),
      save({ text: other, expectedRevision }),
    ]);
    const kinds = answers.map(({ body }) => (JSON.parse(body) as { kind: string }).kind);
    expect(kinds.toSorted()).toEqual(['changed', 'saved']);
    expect(await readFile(path, 'utf8')).toBe(kinds[0] === 'saved' ? CHAT : other);
  });

  it.each([
    ['no JSON', '<<<<<<< HEAD', 400, 'request-invalid'],
    ['nothing', '', 400, 'request-invalid'],
    ['JSON that is no file of profiles', '{"profiles":[]}', 400, 'request-invalid'],
    ['a profile that lacks something', ECHO.replace('"url": "wss', '"uri": "wss'), 400, 'request-invalid'],
    ['too much', ECHO + ' '.repeat(4 * 1024 * 1024), 413, 'profiles-file-too-large'],
  ])('refuses %s', async (_what, text, status, code) => {
    await writeFile(path, ECHO);
    await serve();
    const answer = await save({ text, expectedRevision: await revision() });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ code });
    expect(await readFile(path, 'utf8')).toBe(ECHO);
  });

  it('does not write over a file that is broken as it is', async () => {
    await writeFile(path, '<<<<<<< HEAD\n');
    await serve();
    const answer = await save({ text: ECHO, expectedRevision: await revision() });
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'profiles-file-broken' });
    expect(await readFile(path, 'utf8')).toBe('<<<<<<< HEAD\n');
  });

  it('leaves a file alone that lets nobody write it, and says what to do', async () => {
    await writeFile(path, ECHO);
    await chmod(path, 0o444);
    await serve();
    const answer = await save({ text: CHAT, expectedRevision: await revision() });
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.body)).toEqual({
      code: 'profiles-file-read-only',
      message:
        'The file of profiles is read-only, so it is left as it is. Make it writable (with chmod u+w, or in its properties) and save again.',
    });
    expect(await readFile(path, 'utf8')).toBe(ECHO);
    expect(await readdir(folder)).toEqual(['team.json']);

    await chmod(path, 0o644);
    await save({ text: CHAT, expectedRevision: await revision() });
    expect(await readFile(path, 'utf8')).toBe(CHAT);
  });

  it('writes the file that a link points at, and leaves the link', async () => {
    await mkdir(join(folder, 'repository'));
    const target = join(folder, 'repository', 'profiles.json');
    await writeFile(target, ECHO);
    await symlink(target, path);
    await serve();
    expect(await read()).toMatchObject({ name: 'team.json', text: ECHO });
    await save({ text: CHAT, expectedRevision: await revision() });
    expect(await readFile(target, 'utf8')).toBe(CHAT);
    expect(await readdir(folder)).toEqual(['repository', 'team.json']);

    await rm(path);
    const elsewhere = join(folder, 'elsewhere.json');
    await writeFile(elsewhere, ECHO);
    await symlink(elsewhere, path);
    await save({ text: ECHO.replace('Echo', 'New'), expectedRevision: await revision() });
    expect(await readFile(elsewhere, 'utf8')).toBe(ECHO);
  });
});

describe('--profiles', () => {
  beforeEach(() => serve());

  it('says that a folder is one', async () => {
    await expect(openProfilesFile(folder)).rejects.toThrow(
      `The file of profiles ${folder} is a folder: name a file in it.`,
    );
  });

  it('says that the folder is missing in which the file would be made', async () => {
    const missing = join(folder, 'missing', 'team.json');
    await expect(openProfilesFile(missing)).rejects.toThrow(
      `The file of profiles ${missing} cannot be made: its folder cannot be opened (ENOENT).`,
    );
  });

  it('says that a link points at nothing', async () => {
    await symlink(join(folder, 'nothing.json'), path);
    await expect(openProfilesFile(path)).rejects.toThrow(
      `The file of profiles ${path} is a link that points at nothing.`,
    );
  });
});
