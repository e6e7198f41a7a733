import { describe, expect, it } from 'vitest';
import { newProfile } from '../newProfile.ts';
import { environmentMembers, formatProfilesFile } from './formatProfilesFile.ts';
import { parseProfilesFile } from './parseProfilesFile.ts';
import { readProfilesText } from './readProfilesText.ts';

function file(members: object, ...profiles: readonly unknown[]) {
  return { format: 'postern-profiles', version: 2, ...members, profiles };
}

function readOne(profile: object) {
  const { profiles, problems } = parseProfilesFile(
    file({}, { name: 'Echo', url: 'wss://a.example/', ...profile }),
  );
  expect(problems).toEqual([]);
  return profiles[0]?.profile;
}

function problemsOf(document: unknown): readonly string[] {
  return parseProfilesFile(document).problems.map(({ path, message }) => `${path}: ${message}`);
}

describe('a file that somebody has written by hand', () => {
  it('needs of a profile a name and a URL: the rest is as in a new one of the page', () => {
    expect(readOne({})).toEqual(newProfile('named:Echo', 0, { name: 'Echo', url: 'wss://a.example/' }));
  });

  it('needs of each part what matters', () => {
    expect(
      readOne({
        folder: 'Contoso',
        headers: [{ name: 'x-key', value: { kind: 'secret' } }],
        subprotocols: [{ value: 'chat.v1' }],
        options: { tls: { verifiesCertificate: false }, limits: { answerMs: 5_000 } },
        keepAlive: { kind: 'ping' },
        reconnect: { kind: 'backoff', maxAttempts: 9 },
        messages: [{ text: '{"action":"subscribe"}' }, { name: 'Bytes', mode: 'binary', text: '00ff' }],
        expectations: [
          { kind: 'opens' },
          { kind: 'message', filter: 'hello' },
          { kind: 'closes', code: 1000 },
        ],
        tokenSource: { url: 'https://id.example/token', clientId: 'me' },
      }),
    ).toMatchObject({
      id: 'named:Contoso/Echo',
      headers: [
        { id: 'header1', name: 'x-key', value: { kind: 'secret', secretId: 'header1' }, isEnabled: true },
      ],
      subprotocols: [{ value: 'chat.v1', isEnabled: true }],
      options: {
        offersCompression: true,
        tls: { verifiesCertificate: false, caPem: '', clientKeyPem: { kind: 'text', text: '' } },
        limits: { dnsMs: 5_000, answerMs: 5_000 },
        proxy: { kind: 'environment' },
      },
      keepAlive: { kind: 'ping', everyMs: 30_000 },
      reconnect: { kind: 'backoff', maxAttempts: 9, firstDelayMs: 1_000, maxDelayMs: 30_000 },
      messages: [
        { name: 'subscribe', mode: 'text', text: '{"action":"subscribe"}', binaryEncoding: 'hex' },
        { name: 'Bytes', mode: 'binary', text: '00ff', binaryEncoding: 'hex' },
      ],
      expectations: [
        { kind: 'opens', withinMs: 2_000 },
        { kind: 'message', filter: 'hello', withinMs: 2_000, after: '' },
        { kind: 'closes', code: 1000, withinMs: 5_000 },
      ],
      tokenSource: {
        kind: 'oauth',
        clientSecret: { kind: 'secret' },
        authentication: 'basic',
        scope: '',
        audience: '',
        parameters: { kind: 'text', text: '' },
        place: { kind: 'header' },
        isRenewed: true,
      },
    });
  });

  it('needs of an environment a name and its variables, and of a variable name and value', () => {
    const variables = [
      { name: 'host', value: { kind: 'text', text: 'a.example' } },
      { name: 'key', value: { kind: 'secret' } },
    ];
    const document = file({ environments: [{ name: 'Staging', variables }] });
    expect(parseProfilesFile(document)).toMatchObject({
      problems: [],
      environments: [
        {
          id: 'named:Staging',
          name: 'Staging',
          variables: [
            { name: 'host', value: { kind: 'text', text: 'a.example' }, isEnabled: true },
            { name: 'key', value: { kind: 'secret' }, isEnabled: true },
          ],
        },
      ],
    });
  });

  it('says by its place what it needs and does not have', () => {
    expect(
      problemsOf(
        file(
          { environments: [{}, { name: 'Test', variables: [{ name: 'a' }, { value: { kind: 'secret' } }] }] },
          {},
          { name: 'A', url: 'wss://a.example/', headers: [{ name: 'x-key' }], messages: [{ name: 'Hello' }] },
          { name: 'B', url: 'wss://a.example/', keepAlive: { everyMs: 1_000 }, tokenSource: {} },
        ),
      ),
    ).toEqual([
      'environments[0].name: It is missing.',
      'environments[0].variables: It is missing.',
      'environments[1].variables[0].value: It is missing.',
      'environments[1].variables[1].name: It is missing.',
      'profiles[0].name: It is missing.',
      'profiles[0].url: It is missing.',
      'profiles[1].headers[0].value: It is missing.',
      'profiles[1].messages[0].text: It is missing.',
      'profiles[2].keepAlive.kind: It is missing.',
      'profiles[2].tokenSource.url: It is missing.',
      'profiles[2].tokenSource.clientId: It is missing.',
    ]);
  });

  it('takes nothing in place of what may be left out but what it should be', () => {
    expect(
      problemsOf(
        file(
          {},
          { name: 'A', url: '', folder: null, options: [], headers: {} },
          {
            name: 'B',
            url: '',
            options: { tls: [], limits: { dnsMs: '5' } },
          },
        ),
      ),
    ).toEqual([
      'profiles[0].folder: It should be text.',
      'profiles[0].headers: It should be a list.',
      'profiles[0].options: It should be an object with members.',
      'profiles[1].options.limits.dnsMs: It should be a number.',
      'profiles[1].options.tls: It should be an object with members.',
    ]);
  });
});

describe('an id that is left out', () => {
  const idOf = (folder: string, name: string) => readOne({ folder, name })?.id;

  it('is made of folder and name, and of no other part', () => {
    expect(idOf('', 'Echo')).toBe('named:Echo');
    expect(idOf('Contoso/Live', 'Echo')).toBe('named:Contoso/Live/Echo');
    expect(readOne({ url: 'wss://b.example/', origin: 'https://b.example' })?.id).toBe('named:Echo');
    expect(idOf('a/b', 'c')).not.toBe(idOf('a', 'b/c'));
    expect(idOf('', 'a~1b')).not.toBe(idOf('', 'a/b'));
    expect(idOf('', '')).toBe('named:');
  });

  it('is no two profiles’, nor two environments’', () => {
    const echo = { name: 'Echo', url: 'wss://a.example/' };
    const staging = { name: 'Staging', variables: [] };
    const document = file({ environments: [staging, staging] }, echo, { ...echo, url: 'wss://b.example/' });
    expect(problemsOf(document)).toEqual([
      'environments[1].id: It is missing, and environments[0] has the one that the name would make: write one that no other environment has.',
      'profiles[1].id: It is missing, and profiles[0] has the one that the name would make: write one that no other profile has.',
    ]);
    expect(problemsOf(file({}, echo, { ...echo, folder: 'Other' }, { ...echo, id: 'mine' }))).toEqual([]);
    expect(problemsOf(file({}, echo, { ...echo, id: 'named:Echo' }))).toEqual([
      'profiles[1].id: It is that of profiles[0] as well.',
    ]);
  });

  it('stays the same once the file has been written', () => {
    const environments = [{ name: 'Staging', variables: [{ name: 'a', value: { kind: 'secret' } }] }];
    const text = JSON.stringify(
      file({ environments, owner: 'team' }, { name: 'Echo', url: 'wss://a.example/', 'x-note': 'kept' }),
    );
    const first = readProfilesText(text);
    const written = formatProfilesFile(
      first.profiles.map(({ profile }) => profile),
      first.members,
    );
    const second = readProfilesText(written);
    expect(second.problems).toEqual([]);
    expect(second.profiles).toEqual(first.profiles);
    expect(second.environments).toEqual(first.environments);
    expect(written).toContain('"x-note": "kept"');
    expect(written).toContain('"owner": "team"');
    const again = formatProfilesFile(
      second.profiles.map(({ profile }) => profile),
      second.members,
    );
    expect(again).toBe(written);
    expect(environmentMembers(first.environments)['environments']).toMatchObject([{ id: 'named:Staging' }]);
  });
});

describe('a member under a wrong name', () => {
  it('is told where it is nearly one that is missing', () => {
    const echo = { name: 'Echo', url: 'wss://a.example/' };
    const say = (meant: string) =>
      `Postern knows no such member, but “${meant}”. Call it that, or something less like it.`;
    expect(
      problemsOf(
        file(
          {
            enviroments: [],
          },
          { ...echo, header: [] },
          { ...echo, folder: 'a', options: { tls: { ServerName: 'b.example' } } },
          { ...echo, folder: 'b', headers: [{ name: 'a', value: { kind: 'secret' }, enabled: false }] },
          { ...echo, folder: 'c', keepAlive: { kind: 'ping', every: 5_000 } },
        ),
      ),
    ).toEqual([
      `enviroments: ${say('environments')}`,
      `profiles[0].header: ${say('headers')}`,
      `profiles[1].options.tls.ServerName: ${say('serverName')}`,
      `profiles[2].headers[0].enabled: ${say('isEnabled')}`,
      `profiles[3].keepAlive.every: ${say('everyMs')}`,
    ]);
    expect(problemsOf(file({ environments: [{ name: 'Staging', varaibles: [], variable: [] }] }))).toEqual([
      'environments[0].variables: It is missing.',
      `environments[0].varaibles: ${say('variables')}`,
      `environments[0].variable: ${say('variables')}`,
    ]);
  });

  it('is kept where it is like none, or like one that is there', () => {
    const document = file(
      { environments: [], environment: 'Staging', 'x-owner': 'team', schema: './schema.json' },
      { name: 'Echo', url: 'wss://a.example/', headers: [], header: 'kept', colour: 'green' },
    );
    const { profiles, problems, members } = parseProfilesFile(document);
    expect(problems).toEqual([]);
    expect(members).toMatchObject({ environment: 'Staging', 'x-owner': 'team' });
    expect(profiles[0]?.profile).toMatchObject({ header: 'kept', colour: 'green' });
  });
});
