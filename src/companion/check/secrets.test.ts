import { expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import { encodeStoredProfile } from '#domain/profile/profileStore.ts';
import {
  PLANTED as PLANTED_ANYWHERE,
  PLANTED_SECRETS,
  plantedProfile,
} from '#domain/profile/testing/plantedSecrets.ts';
import type { Socket } from 'node:net';
import { acceptUpgrade, onHead } from '../testing/answers.ts';
import { findSecretIn } from '../testing/findSecretIn.ts';
import { serve } from '../testing/serve.ts';
import { makeFolder, runCommand } from './testing/runCommand.ts';

/** Each is planted in a place of its own, and would be recognised in any output. */
const PLANTED = {
  QUERY: 'planted/query+value=with&all',
  HEADER: 'planted-header-value',
  BASIC: 'planted basic "password"',
  SUBPROTOCOL: 'planted-subprotocol',
  MESSAGE: 'planted-message',
  PATH: 'planted-path',
} as const;

/** What `check` is given of a profile that has secrets everywhere. */
const {
  clientSecret: _clientSecret,
  tokenParameter: _tokenParameter,
  savedMessage: _savedMessage,
  subprotocol: _subprotocol,
  path: _path,
  ...PLANTED_EVERYWHERE
} = PLANTED_ANYWHERE;

/** What stays of a planted value in every encoding that leaves letters as they are. */
const TRACE = /planted/i;

function encodings(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  return [
    text,
    encodeURIComponent(text),
    encodeURIComponent(encodeURIComponent(text)),
    JSON.stringify(text),
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    Buffer.from(`x${text}`).toString('base64'),
    Buffer.from(`xx${text}`).toString('base64'),
  ];
}

/** The parts of base64 and hex that only the word `planted` makes, at each place in a group of three bytes. */
const ENCODED_TRACES = ['cGxhbnRlZ', 'wbGFudGVk', 'BsYW50ZW', Buffer.from('planted').toString('hex')];

/** Refuses, and says everything back in every way. */
function refuseWithEverything(socket: Socket): void {
  onHead(socket, (head) => {
    const body = [head, ...Object.values(PLANTED).flatMap(encodings)].join('\n');
    const line = /^GET (\S+)/.exec(head)?.[1] ?? '';
    socket.end(
      [
        'HTTP/1.1 403 No planted-header-value here',
        `Location: https://login.example.com/?to=${encodeURIComponent(line)}`,
        `X-Request: ${Buffer.from(head).toString('base64')}`,
        `X-Key: ${PLANTED.HEADER}`,
        'Content-Type: text/plain',
        `Content-Length: ${Buffer.byteLength(body)}`,
        '',
        body,
      ].join('\r\n'),
    );
  });
}

const ENVIRONMENT = {
  ...Object.fromEntries(Object.entries(PLANTED).map(([name, value]) => [`POSTERN_${name}`, value])),
  POSTERN_USER_AND_PASSWORD: Buffer.from(`ann:${PLANTED.BASIC}`).toString('base64'),
};

function argumentsFor(port: number): readonly string[] {
  return [
    `ws://127.0.0.1:${port}/\${PATH}?v=\${QUERY}&key=\${QUERY}`,
    '--header',
    'X-Anything: ${HEADER} ${MESSAGE}',
    '--header',
    'Authorization: Basic ${USER_AND_PASSWORD}',
    '--subprotocol',
    '${SUBPROTOCOL}',
  ];
}

async function expectNoTrace(args: readonly string[], environment: Record<string, string>): Promise<string> {
  const folder = await makeFolder();
  const report = folder.path('report.xml');
  const runs = [
    await runCommand([...args, '--junit', report], environment),
    await runCommand([...args, '--verbose'], environment),
    await runCommand([...args, '--json'], environment),
  ];
  const outputs = [
    ...runs.flatMap(({ stdout, stderr }) => [stdout, stderr]),
    await folder.read('report.xml'),
  ];
  for (const output of outputs) {
    expect(output).not.toMatch(TRACE);
    for (const trace of ENCODED_TRACES) expect(output.toLowerCase()).not.toContain(trace.toLowerCase());
  }
  return outputs.join('\n');
}

it('a refusal that says everything back shows no secret in any output', async () => {
  const { port } = await serve(refuseWithEverything);
  const outputs = await expectNoTrace(argumentsFor(port), ENVIRONMENT);
  expect(outputs).toContain('refused: 403 No ••• here');
});

it('an answer that is not HTTP shows none', async () => {
  const { port } = await serve((socket) =>
    onHead(socket, () => socket.end(`${'.'.repeat(180)}${Object.values(PLANTED).join(' ')}\r\n\r\n`)),
  );
  expect(await expectNoTrace(argumentsFor(port), ENVIRONMENT)).toContain('failed: answer-not-http');
});

it('a reply and a reason for closing show none', async () => {
  const { port } = await serve(
    acceptUpgrade(['Sec-WebSocket-Protocol: planted-subprotocol'], (socket) => {
      const text = Buffer.from(`you sent ${PLANTED.MESSAGE} and ${PLANTED.HEADER}`);
      const reason = Buffer.from(PLANTED.HEADER);
      socket.write(Buffer.concat([Buffer.from([0x81, text.length]), text]));
      socket.write(Buffer.concat([Buffer.from([0x88, reason.length + 2, 0x03, 0xf0]), reason]));
    }),
  );
  const exchange = ['--send', '${MESSAGE}', '--expect-reply', 'nothing like it'];
  const outputs = await expectNoTrace([...argumentsFor(port), ...exchange], ENVIRONMENT);
  expect(outputs).toContain('you sent ••• and •••');
});

it('the secrets of a profile and of an --env-file show none', async () => {
  const { port } = await serve(refuseWithEverything);
  const profile = newProfile('p', 0, {
    name: 'Planned',
    url: `ws://127.0.0.1:${port}/`,
    parameters: [{ id: '1', name: 'v', value: { kind: 'secret', secretId: 's' }, isEnabled: true }],
    headers: [{ id: '2', name: 'X-Any', value: { kind: 'secret', secretId: 't' }, isEnabled: true }],
  });
  const folder = await makeFolder();
  const file = await folder.write('profiles.json', JSON.stringify([encodeStoredProfile(profile)]));
  const secrets = `POSTERN_V='${PLANTED.QUERY}'\nPOSTERN_X_ANY=${PLANTED.HEADER}\n`;
  const envFile = await folder.write('secrets.env', secrets);
  // The others are planted in the answer only, so they have to be secrets of this call as well.
  const others = ['--header', 'X-A: ${BASIC} ${MESSAGE} ${PATH}', '--subprotocol', '${SUBPROTOCOL}'];
  const outputs = await expectNoTrace([file, '--env-file', envFile, ...others], ENVIRONMENT);
  expect(outputs).toContain('✗ Planned  refused: 403');
});

it('a secret on the command line is warned of, and masked all the same', async () => {
  const { port } = await serve(acceptUpgrade());
  const url = `ws://127.0.0.1:${port}/?subscription-key=planted-on-the-line`;
  const { status, stdout, stderr } = await runCommand([url, '--verbose']);
  expect(status).toBe(0);
  expect(stderr).toMatch(/^Warning: A secret stands on the command line \(the parameter subscription-key\)/);
  expect(stdout + stderr).not.toMatch(TRACE);
});

it.each([
  [['ws://127.0.0.1:1/?key=planted', '--timeout', 'planted'], 2],
  [['127.0.0.1/?key=planted'], 2],
  [['https://127.0.0.1/?key=planted'], 2],
  [['ws://ann:planted@127.0.0.1:1/'], 2],
  [['ws://127.0.0.1:1/', '--header', 'planted'], 2],
  [['ws://127.0.0.1:1/', '--proxy', 'ftp://ann:planted@proxy'], 2],
])('a wrong call %j shows none', async (args, status) => {
  const run = await runCommand(args);
  expect(run.status).toBe(status);
  expect(run.stdout + run.stderr).not.toMatch(TRACE);
  expect(run.stderr).toContain('`postern check --help` shows what can be asked.');
});

it('no secret of a profile shows, wherever it stands and in whatever form it comes back', async () => {
  const { port } = await serve((socket) =>
    onHead(socket, (head) => {
      const said = [head, ...Object.values(PLANTED_EVERYWHERE)].flatMap((text) => [
        ...encodings(text),
        Buffer.from(`?${encodeURIComponent(text)}`).toString('base64url'),
      ]);
      const body = said.join('\n');
      socket.end(
        `HTTP/1.1 403 ${encodeURIComponent(said[0] ?? '')}\r\nX-All: ${encodeURIComponent(body).slice(0, 4_000)}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    }),
  );
  const { tokenSource: _none, ...planted } = plantedProfile({
    url: `ws://127.0.0.1:${port}/chat`,
    subprotocols: [],
  });
  const folder = await makeFolder();
  const file = await folder.write('profiles.json', JSON.stringify([encodeStoredProfile(planted)]));
  const environment = {
    POSTERN_V: PLANTED_SECRETS['parameter'] ?? '',
    POSTERN_ACCESS_TOKEN: PLANTED_SECRETS['token'] ?? '',
    POSTERN_X_ANYTHING: PLANTED_SECRETS['header'] ?? '',
    POSTERN_AUTHORIZATION: PLANTED_SECRETS['bearer'] ?? '',
    POSTERN_X_BASIC: PLANTED_SECRETS['basic'] ?? '',
    POSTERN_CLIENT_KEY: PLANTED_SECRETS['key'] ?? '',
    POSTERN_CLIENT_KEY_PASSPHRASE: PLANTED_SECRETS['passphrase'] ?? '',
    POSTERN_PROXY_URL: PLANTED_SECRETS['proxy'] ?? '',
    POSTERN_MESSAGE: PLANTED_EVERYWHERE.message,
  };
  const report = folder.path('report.xml');
  const args = [file, '--send', '${MESSAGE}'];
  const runs = [
    await runCommand([...args, '--verbose', '--junit', report], environment),
    await runCommand([...args, '--json'], environment),
  ];
  for (const output of [
    ...runs.flatMap(({ stdout, stderr }) => [stdout, stderr]),
    await folder.read('report.xml'),
  ]) {
    for (const [place, secret] of Object.entries(PLANTED_EVERYWHERE)) {
      expect([place, findSecretIn(output, secret)]).toEqual([place, []]);
    }
  }
  expect(runs[0]?.stdout).toContain('refused: 403');
});
