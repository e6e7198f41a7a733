import { describe, expect, it } from 'vitest';
import type { ExpectedOutcome } from '#domain/expectation/expectation.ts';
import { formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { servePeer } from '../relay/testing/peerServer.ts';
import { answerAndEnd } from '../testing/answers.ts';
import { serve } from '../testing/serve.ts';
import { checkAsJson, makeFolder, runCommand } from './testing/runCommand.ts';

const ECHO = {
  id: 'm',
  name: 'Echo',
  mode: 'json',
  text: '{"action":"echo"}',
  binaryEncoding: 'hex',
} as const;

async function writeProfile(
  url: string,
  expected: readonly ExpectedOutcome[],
  fields: Partial<Profile> = {},
) {
  const expectations = expected.map((each, index) => ({ ...each, id: `e${index}` }));
  const profile = newProfile('p', 0, { name: 'Contoso', url, messages: [ECHO], expectations, ...fields });
  const folder = await makeFolder();
  return folder.write('profiles.json', formatProfilesFile([profile]));
}

async function checkOf(args: readonly string[]) {
  const run = await runCommand(args);
  const [heading = '', ...lines] = run.stdout
    .trim()
    .split('\n')
    .map((line) => line.trim());
  return { status: run.status, heading, judged: lines.filter((line) => /^[✓✗]/.test(line)) };
}

describe('the expectations of a profile', () => {
  it('are judged one by one, and saved messages that they name are sent', async () => {
    const { url } = await servePeer((peer) => {
      peer.send('welcome');
      peer.on('message', (data: Buffer) => peer.send(data.toString()));
    });
    const file = await writeProfile(url, [
      { kind: 'opens', withinMs: 5_000 },
      { kind: 'subprotocol', value: '' },
      { kind: 'message', filter: 'kind:text /^WEL/i', withinMs: 5_000, after: '' },
      { kind: 'message', filter: '$.action == "echo"', withinMs: 5_000, after: 'Echo' },
      { kind: 'message', filter: '$.action == "other"', withinMs: 100, after: 'Echo' },
    ]);
    const { status, heading, judged } = await checkOf([file]);
    expect(status).toBe(1);
    expect(heading).toBe('✗ Contoso  open; 4 of 5 expectations met');
    expect(judged).toEqual([
      expect.stringMatching(/^✓ Opens within 5 s: open after /),
      '✓ Selects no subprotocol: none was selected',
      expect.stringMatching(/^✓ A message matches kind:text \/\^WEL\/i within 5 s of the opening: after /),
      expect.stringMatching(/^✓ A message matches \$\.action == "echo" within 5 s of “Echo”: after /),
      '✗ not met: A message matches $.action == "other" within 100 ms of “Echo”: none came within 100 ms',
    ]);
  });

  it('pass when the endpoint refuses as it should, without --expect', async () => {
    const { port } = await serve(answerAndEnd('HTTP/1.1 401 Access Denied', 'Content-Length: 0', '', ''));
    const url = `ws://127.0.0.1:${port}/`;
    const refused = await writeProfile(url, [{ kind: 'refused', status: 401 }]);
    expect(await checkOf([refused])).toEqual({
      status: 0,
      heading: '✓ Contoso  refused: 401 Access Denied, as expected; 1 of 1 expectation met',
      judged: ['✓ Is refused with 401: refused with 401 Access Denied'],
    });
    const opens = await writeProfile(url, [{ kind: 'opens', withinMs: 5_000 }]);
    expect(await checkOf([opens])).toMatchObject({
      status: 1,
      judged: ['✗ not met: Opens within 5 s: refused with 401 Access Denied'],
    });
    const both = await runCommand([refused, '--expect', '403']);
    expect(both.status).toBe(1);
  });

  it('are not met when the endpoint opens that should refuse', async () => {
    const { url } = await servePeer();
    const file = await writeProfile(url, [{ kind: 'refused', status: 401 }]);
    expect(await checkOf([file])).toEqual({
      status: 1,
      heading: '✗ Contoso  open, where 401 of the gateway was expected; 0 of 1 expectation met',
      judged: ['✗ not met: Is refused with 401: it opened'],
    });
  });

  it('wait for the close of the other side, and tell another code', async () => {
    const { url } = await servePeer((peer) => peer.close(1008, 'no'));
    const met = await writeProfile(url, [{ kind: 'closes', code: 1008, withinMs: 5_000 }]);
    expect(await checkOf([met])).toMatchObject({
      status: 0,
      judged: [
        expect.stringMatching(/^✓ Is closed with 1008 Policy Violation within 5 s: it was closed with 1008/),
      ],
    });
    const other = await writeProfile(url, [
      { kind: 'closes', code: 1000, withinMs: 5_000 },
      { kind: 'message', filter: 'x', withinMs: 5_000, after: '' },
    ]);
    const { status, judged } = await checkOf([other]);
    expect(status).toBe(1);
    expect(judged[0]).toMatch(/^✗ not met: Is closed with 1000 .*: it was closed with 1008 Policy Violation/);
    expect(judged[1]).toMatch(/: it was closed with 1008 Policy Violation after .*, without one$/);
  });

  it('have their close explained by the messages that went before it, and by nothing else', async () => {
    const closed: ExpectedOutcome = { kind: 'closes', code: 1000, withinMs: 5_000 };
    const findingsOf = async (url: string, expected: readonly ExpectedOutcome[]) => {
      const file = await writeProfile(url, expected, { gateway: 'webpubsub' });
      return (await checkAsJson([file])).checked.findings.map(({ id }) => id);
    };
    const silent = await servePeer((peer) => peer.close(1000));
    expect(await findingsOf(silent.url, [closed])).toEqual([]);
    const talking = await servePeer((peer) => {
      setTimeout(() => peer.send('x', () => peer.close(1000)), 20);
    });
    expect(await findingsOf(talking.url, [closed])).toEqual(['webpubsub-no-event-handler']);
  });

  it('end with their own limit, while the connection stays open', async () => {
    const { url } = await servePeer();
    const file = await writeProfile(url, [{ kind: 'closes', code: 1000, withinMs: 50 }]);
    expect(await checkOf([file])).toMatchObject({
      status: 1,
      judged: [expect.stringMatching(/: still open after 50 ms$/)],
    });
  });

  it('go along with what the command line sends and expects', async () => {
    const sent: string[] = [];
    const { url } = await servePeer((peer) =>
      peer.on('message', (data: Buffer) => {
        sent.push(data.toString());
        peer.send(data.toString());
      }),
    );
    const expected = { kind: 'message', filter: 'echo', withinMs: 5_000, after: 'Echo' } as const;
    const file = await writeProfile(url, [expected]);
    const { status, heading } = await checkOf([file, '--send-saved', 'Echo', '--expect-reply', 'echo']);
    expect(status).toBe(0);
    expect(heading).toMatch(/^✓ Contoso {2}open; expected reply after .*; 1 of 1 expectation met$/);
    expect(sent).toEqual(['{"action":"echo"}']);
  });

  it('stand in the JSON document', async () => {
    const { url } = await servePeer();
    const file = await writeProfile(url, [{ kind: 'subprotocol', value: 'v2' }]);
    const { stdout } = await runCommand(['--json', file]);
    expect(JSON.parse(stdout)).toMatchObject({
      passed: false,
      checks: [
        {
          expectations: [
            { expectation: 'Selects the subprotocol v2', met: false, seen: 'none was selected' },
          ],
        },
      ],
    });
  });

  it('give up on a regular expression that does not end', async () => {
    const { url } = await servePeer((peer) => peer.send(`${'a'.repeat(40)}!`));
    const file = await writeProfile(url, [
      { kind: 'message', filter: '/^(a+)+$/', withinMs: 5_000, after: '' },
    ]);
    expect(await checkOf([file])).toMatchObject({
      status: 1,
      judged: [expect.stringMatching(/: its regular expression did not come to an end on a message$/)],
    });
  });

  it('are refused before anything is dialled when they cannot be judged', async () => {
    const file = await writeProfile('ws://127.0.0.1:1/', [
      { kind: 'message', filter: '(a', withinMs: 5_000, after: '' },
    ]);
    const { status, stderr } = await runCommand([file]);
    expect(status).toBe(2);
    expect(stderr).toContain('This parenthesis is not closed.');
    const gone = await writeProfile('ws://127.0.0.1:1/', [
      { kind: 'message', filter: 'a', withinMs: 5_000, after: 'Gone' },
    ]);
    expect((await runCommand([gone])).status).toBe(2);
  });
});
