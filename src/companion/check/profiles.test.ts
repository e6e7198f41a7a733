import { expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import { environmentMembers, formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import { encodeStoredProfile } from '#domain/profile/profileStore.ts';
import { servePeer } from '../relay/testing/peerServer.ts';
import { acceptUpgrade, answerAndEnd } from '../testing/answers.ts';
import { serve } from '../testing/serve.ts';
import { makeFolder, runCommand } from './testing/runCommand.ts';

/** A file of two profiles; one of the two opens. */
async function writeProfiles(): Promise<string> {
  const opens = await serve(acceptUpgrade());
  const refuses = await serve(answerAndEnd('HTTP/1.1 403 Forbidden', 'Content-Length: 0', '', ''));
  const profiles = [
    newProfile('a', 0, { name: 'Staging #1', url: `ws://127.0.0.1:${opens.port}/` }),
    newProfile('b', 0, { name: 'Production', url: `ws://127.0.0.1:${refuses.port}/` }),
  ];
  const folder = await makeFolder();
  return await folder.write('profiles.json', JSON.stringify(profiles.map(encodeStoredProfile)));
}

it('checks every profile of a file', async () => {
  const { status, stdout } = await runCommand([await writeProfiles()]);
  expect(status).toBe(1);
  expect(stdout).toContain('✓ Staging #1  open');
  expect(stdout).toContain('✗ Production  refused: 403 Forbidden');
});

it('reads a file that begins with a byte order mark', async () => {
  const { port } = await serve(acceptUpgrade());
  const profile = newProfile('a', 0, { name: 'Echo', url: `ws://127.0.0.1:${port}/` });
  const folder = await makeFolder();
  const file = await folder.write('profiles.json', `\uFEFF${formatProfilesFile([profile])}`);
  expect((await runCommand([file])).status).toBe(0);
});

it.each([
  ['Staging #1', 0, '✓ Staging #1  open'],
  ['Production', 1, '✗ Production  refused: 403 Forbidden'],
])('checks the profile %s alone when it is named', async (name, status, line) => {
  const run = await runCommand([`${await writeProfiles()}#${name}`]);
  expect(run.status).toBe(status);
  expect(run.stdout.split('\n')[0]).toBe(line);
  expect(run.stdout).not.toContain('2 checked');
});

it('says which profiles there are when there is none of that name', async () => {
  const run = await runCommand([`${await writeProfiles()}#Test`]);
  expect(run).toMatchObject({ status: 2, stdout: '' });
  expect(run.stderr).toMatch(/holds no profile of that name\. It has “Staging #1”, “Production”\.\n/);
});

it('sends the saved message that is named, as text or as bytes', async () => {
  const { url } = await servePeer((peer) =>
    peer.on('message', (data: Buffer, isBinary) =>
      peer.send(`${isBinary ? 'binary' : 'text'} ${data.toString()}`),
    ),
  );
  const profile = newProfile('a', 0, {
    name: 'Staging',
    url,
    messages: [
      { id: 'm', name: 'Ping', mode: 'json', text: '{"type":"ping"}', binaryEncoding: 'hex' },
      { id: 'n', name: 'Bytes', mode: 'binary', text: '68 69', binaryEncoding: 'hex' },
    ],
  });
  const folder = await makeFolder();
  const file = await folder.write('profiles.json', JSON.stringify([encodeStoredProfile(profile)]));
  const ping = await runCommand([
    file,
    '--send-saved',
    'Ping',
    '--expect-reply',
    '^text \\{"type":"ping"\\}$',
  ]);
  expect(ping).toMatchObject({ status: 0, stderr: '' });
  const bytes = await runCommand([file, '--send-saved', 'Bytes', '--expect-reply', '^binary hi$']);
  expect(bytes).toMatchObject({ status: 0, stderr: '' });
  const none = await runCommand([file, '--send-saved', 'Pong']);
  expect(none).toMatchObject({ status: 2, stdout: '' });
  expect(none.stderr).toContain('Staging has no saved message of that name. It has “Ping”, “Bytes”.');
});

it('fills in the variables of an environment of the file, its secrets from POSTERN_ variables, and shows none of those', async () => {
  const server = await serve(acceptUpgrade());
  const profile = newProfile('a', 0, {
    name: 'Chat',
    url: 'ws://{{host}}/{{room}}',
    parameters: [{ id: 'p', name: 'apikey', value: { kind: 'text', text: '{{key}}' }, isEnabled: true }],
  });
  const variable = (name: string, text: string) =>
    ({ id: name, name, value: { kind: 'text', text }, isEnabled: true }) as const;
  const key = { id: 'k', name: 'key', value: { kind: 'secret', secretId: 's' }, isEnabled: true } as const;
  const text = formatProfilesFile(
    [profile],
    environmentMembers([
      { id: 'shared', name: 'All environments', variables: [variable('room', 'lobby')] },
      { id: 'l', name: 'Local', variables: [variable('host', `127.0.0.1:${server.port}`), key] },
    ]),
  );
  const file = await (await makeFolder()).write('profiles.json', text);
  const environment = { POSTERN_KEY: 'k3y-0f-l0cal', HOST: 'must.not.be.taken' };
  const open = await runCommand([file, '--environment', 'local', '--verbose'], environment);
  expect(open).toMatchObject({ status: 0, stderr: '' });
  expect(server.received().toString()).toMatch(/^GET \/lobby\?apikey=k3y-0f-l0cal HTTP\/1\.1\r\n/);
  expect(open.stdout).not.toContain('k3y-0f-l0cal');

  const none = await runCommand([file], environment);
  expect(none).toMatchObject({ status: 2, stdout: '' });
  expect(none.stderr).toContain('Chat: {{host}} has no value.');
  const unknown = await runCommand([file, '--environment', 'Moon'], environment);
  expect(unknown.stderr).toContain(
    'There is no environment of the name that --environment gives. The file has “Local”.',
  );
});

it('shows no secret in which a variable stands, filled in, wherever it comes back', async () => {
  const server = await serve(
    answerAndEnd('HTTP/1.1 403 No team-s3same-w0rd here', 'Content-Length: 0', '', ''),
  );
  const profile = newProfile('a', 0, {
    name: 'Chat',
    url: `ws://127.0.0.1:${server.port}/`,
    headers: [{ id: 'h', name: 'X-Note', value: { kind: 'secret', secretId: 's' }, isEnabled: true }],
  });
  const prefix = { id: 'v', name: 'prefix', value: { kind: 'text', text: 'team' }, isEnabled: true } as const;
  const text = formatProfilesFile(
    [profile],
    environmentMembers([{ id: 'shared', name: 'All environments', variables: [prefix] }]),
  );
  const file = await (await makeFolder()).write('profiles.json', text);
  const run = await runCommand([file, '--verbose'], { POSTERN_X_NOTE: '{{prefix}}-s3same-w0rd' });
  expect(server.received().toString()).toContain('X-Note: team-s3same-w0rd\r\n');
  expect(run.stdout).toContain('refused: 403 No ••• here');
  expect(run.stdout).not.toContain('s3same-w0rd');
});
