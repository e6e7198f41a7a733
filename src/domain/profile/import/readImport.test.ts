import { describe, expect, it } from 'vitest';
import { newProfile } from '../newProfile.ts';
import { encodeStoredProfile } from '../profileStore.ts';
import { MAX_IMPORTED_PROFILES } from './importLimits.ts';
import { importText, readFiles } from './testing/importText.ts';

async function problemOf(text: string): Promise<string | null> {
  const reading = await readFiles([{ name: 'x', text }]);
  return reading.kind === 'problem' ? reading.message : null;
}

describe('readImport', () => {
  it.each([
    ['', 'x cannot be imported. It is empty.'],
    ['PK\u0003\u0004\0\0', 'x cannot be imported. It is no text: unpack it first, if it is an archive.'],
    [
      '{ "info": { "name": "x" },\n  "item": [ }',
      'x cannot be imported. It is JSON with a mistake in line 2, column 13: Here should stand a value, not “}”.',
    ],
    ['asyncapi: 3.0.0\nservers: [a: b: c]\n', 'x cannot be imported. It is YAML with a mistake in line 2'],
    [
      '{"hello":"world"}',
      'x cannot be imported. It is none of the files that Postern knows: Postman, Insomnia, Hoppscotch, Bruno, AsyncAPI, OpenAPI, HAR, or its own.',
    ],
    ['just a line of text', 'x cannot be imported. It is none of the files that Postern knows'],
    [
      `${'['.repeat(300)}${']'.repeat(300)}`,
      'x cannot be imported. It is nested too deep, or holds too many values, to be read.',
    ],
  ])('says why %j cannot be read, and where', async (text, message) => {
    expect(await problemOf(text)).toContain(message);
  });

  it('does not follow YAML that multiplies itself', async () => {
    const levels = 'abcdefghij'.split('');
    const bomb = levels.map((name, index) => {
      const before = levels[index - 1];
      const items = before === undefined ? 'lol' : Array(10).fill(`*${before}`).join(', ');
      return `${name}: &${name} [${items}]`;
    });
    expect(await problemOf(['asyncapi: 3.0.0', ...bomb].join('\n'))).toBe(
      'x cannot be imported. It is YAML whose references cannot be followed, or multiply it too often.',
    );
  });

  it('reads the files that it can, and says which it cannot', async () => {
    const reading = await readFiles([
      {
        name: 'good.json',
        text: '{"openapi":"3.1.0","servers":[{"url":"wss://a.example"}],"paths":{"/p":{}}}',
      },
      { name: 'bad.json', text: '{' },
    ]);
    expect(reading).toMatchObject({
      kind: 'import',
      profiles: [{ fields: { url: 'wss://a.example/p' } }],
      leftBehind: [{ place: 'bad.json' }],
    });
  });

  it('keeps a slash in the name of a folder from making another one', async () => {
    const text =
      '{"info":{"name":"a/b","schema":"https://schema.getpostman.com/v2.1.0"},"item":[{"name":"x","request":"wss://h.example"}]}';
    expect((await importText(text)).profiles).toEqual([{ name: 'a-b/x', url: 'wss://h.example' }]);
  });

  it('makes no more profiles than the limit, and says how many are left', async () => {
    const paths = Object.fromEntries(
      Array.from({ length: MAX_IMPORTED_PROFILES + 5 }, (_, index) => [`/${index}`, {}]),
    );
    const text = JSON.stringify({ openapi: '3.1.0', servers: [{ url: 'wss://a.example' }], paths });
    const { profiles, leftBehind } = await importText(text);
    expect(profiles).toHaveLength(MAX_IMPORTED_PROFILES);
    expect(leftBehind).toEqual([
      `servers[0], paths./${MAX_IMPORTED_PROFILES}: 5 more profiles were left out: an import makes at most ${MAX_IMPORTED_PROFILES}.`,
    ]);
  });

  it('reads Postern’s own file, whose secrets are to be filled in, and of whose problems it tells each', async () => {
    const profile = newProfile('p1', 5, {
      name: 'Chat',
      folder: 'Contoso',
      url: 'wss://chat.example/ws',
      headers: [{ id: 'h', name: 'x-key', value: { kind: 'secret', secretId: 's' }, isEnabled: true }],
    });
    const text = JSON.stringify({
      format: 'postern-profiles',
      profiles: [encodeStoredProfile(profile), { name: 'Old' }, { version: 2, id: 7 }],
    });
    expect(await importText(text)).toEqual({
      formats: ['Postern profiles'],
      profiles: [
        {
          name: 'Contoso/Chat',
          url: 'wss://chat.example/ws',
          fields: ['x-key: [not here]'],
          toFillIn: ['the secret x-key'],
        },
      ],
      leftBehind: expect.arrayContaining([
        'profiles[1].version: It is missing.',
        'profiles[2].id: It should be text.',
        'profiles[2].name: It is missing.',
      ]) as unknown,
    });
  });
});
