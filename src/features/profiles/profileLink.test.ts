import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import type { Environment } from '#domain/profile/environment.ts';
import { arbitraryProfile } from '#domain/profile/testing/arbitraryProfile.ts';
import { readProfileLink, writeProfileLink } from './profileLink.ts';
import { exampleProfile } from './testing/exampleProfiles.ts';

const PAGE = 'http://127.0.0.1:4100/';

function fragmentOf(text: string): string {
  return `#profile=${deflateRawSync(text).toString('base64url')}`;
}

describe('the link of a profile', () => {
  it('holds its file in the fragment, deflated, in digits that need no escape', async () => {
    const profile = exampleProfile('a', { url: 'wss://gateway.example.com/größe?ü=1' });
    const { href, hash } = new URL(await writeProfileLink(`${PAGE}#else`, profile, []));
    expect(href).toMatch(/^http:\/\/127\.0\.0\.1:4100\/#profile=[\w-]+$/);
    const text = inflateRawSync(Buffer.from(hash.slice('#profile='.length), 'base64url')).toString();
    expect(text).toBe(formatProfilesFile([profile]));
  });

  it('is read as it was written, whatever the profile says', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProfile, async (profile) => {
        const { hash } = new URL(await writeProfileLink(PAGE, profile, []));
        expect(await readProfileLink(hash)).toEqual({ text: formatProfilesFile([profile]), sealed: null });
      }),
      { numRuns: 50 },
    );
  });

  it('holds the variables that the profile names, and no secret of them', async () => {
    const profile = exampleProfile('a', { url: 'wss://{{host}}/chat?apikey={{key}}' });
    const row = { id: '1', isEnabled: true };
    const staging: Environment = {
      id: 'e',
      name: 'Staging',
      variables: [
        { ...row, name: 'host', value: { kind: 'text', text: 'gateway.example.com' } },
        { ...row, name: 'key', value: { kind: 'secret', secretId: 'of-this-device' } },
        { ...row, name: 'other', value: { kind: 'text', text: 'x' } },
      ],
    };
    const { hash } = new URL(await writeProfileLink(PAGE, profile, [staging]));
    expect(JSON.parse((await readProfileLink(hash)).text)).toMatchObject({
      environments: [
        {
          id: 'e',
          name: 'Staging',
          variables: [
            { name: 'host', value: { kind: 'text', text: 'gateway.example.com' }, isEnabled: true },
            { name: 'key', value: { kind: 'secret' }, isEnabled: true },
          ],
        },
      ],
    });
  });

  it('holds sealed values behind it, and is the same before them', async () => {
    const profile = exampleProfile('a', { url: 'wss://gateway.example.com/' });
    const seal = (context: string) => Promise.resolve(`1.sealed-beside-${context.length}`);
    const plain = await writeProfileLink(PAGE, profile, []);
    const link = await writeProfileLink(PAGE, profile, [], seal);
    const text = formatProfilesFile([profile]);
    expect(link).toBe(`${plain}&secrets=1.sealed-beside-${text.length}`);
    expect(await readProfileLink(new URL(link).hash)).toEqual({
      text,
      sealed: `1.sealed-beside-${text.length}`,
    });
  });

  it('is not made of more values than fit into one', async () => {
    const seal = () => Promise.resolve('a'.repeat(64 * 1024));
    await expect(writeProfileLink(PAGE, exampleProfile('a'), [], seal)).rejects.toMatchObject({
      code: 'link-too-long',
    });
  });

  it('is not made of what is too long for one', async () => {
    const noise = Array.from({ length: 100_000 }, (_, index) => Math.sin(index).toString(36).slice(-2)).join(
      '',
    );
    const profile = exampleProfile('a', { url: noise });
    await expect(writeProfileLink(PAGE, profile, [])).rejects.toMatchObject({ code: 'link-too-long' });
  });
});

describe('a link from somebody else', () => {
  it.each([
    ['that was cut', fragmentOf('{"format":"postern-profiles"}').slice(0, -4)],
    ['that is no base64', '#profile=a%20b'],
    ['that holds nothing', '#profile='],
    ['that holds what is not deflated', `#profile=${Buffer.from('hello there').toString('base64url')}`],
    ['that holds no text', `#profile=${deflateRawSync(Buffer.from([0xff, 0xfe])).toString('base64url')}`],
    ['with two sealed parts', `${fragmentOf('{}')}&secrets=a&secrets=b`],
    ['with sealed values of nothing', '#profile=&secrets=a'],
  ])('%s says so', async (_, fragment) => {
    await expect(readProfileLink(fragment)).rejects.toMatchObject({
      code: 'link-broken',
      message: expect.stringMatching(/^This link cannot be read/) as string,
    });
  });

  it('that would expand without end is read no further than a profile goes', async () => {
    const bomb = fragmentOf('a'.repeat(8 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(64 * 1024);
    await expect(readProfileLink(bomb)).rejects.toMatchObject({ code: 'link-too-long' });
  });

  it.each([`#profile=${'a'.repeat(70_000)}`, `${fragmentOf('{}')}&secrets=${'a'.repeat(70_000)}`])(
    'that is too long itself is not even decoded',
    async (fragment) => {
      await expect(readProfileLink(fragment)).rejects.toMatchObject({ code: 'link-too-long' });
    },
  );
});
