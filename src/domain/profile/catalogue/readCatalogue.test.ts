import { describe, expect, it } from 'vitest';
import { formatProfilesFile } from '../file/formatProfilesFile.ts';
import { newProfile } from '../newProfile.ts';
import type { CatalogueAnswer } from './catalogueAnswer.ts';
import { readCatalogue } from './readCatalogue.ts';

const ADDRESS = { url: 'https://example.org/team.json', site: 'example.org' };
const ECHO = newProfile('p1', 0, { name: 'Echo', url: 'wss://a.example/echo' });
const TEXT = formatProfilesFile([ECHO]);

function read(fields: Partial<Extract<CatalogueAnswer, { kind: 'answered' }>>) {
  return readCatalogue(ADDRESS, {
    kind: 'answered',
    status: 200,
    mediaType: 'application/json',
    text: TEXT,
    ...fields,
  });
}

describe('readCatalogue', () => {
  it('has the profiles of the file, under ids that tell which catalogue they are of', () => {
    const reading = read({ mediaType: 'text/plain', text: `\uFEFF${TEXT}` });
    expect(reading).toMatchObject({
      ok: true,
      catalogue: {
        profiles: [{ id: 'catalogue:https://example.org/team.json#p1', name: 'Echo' }],
        problems: [],
        hasEnvironments: false,
      },
    });
  });

  it('leaves out a damaged profile, and says where it is', () => {
    const document = JSON.parse(TEXT) as { profiles: unknown[] };
    const text = JSON.stringify({
      ...document,
      profiles: [...document.profiles, { ...ECHO, id: 'p2', url: 7, headers: [] }],
    });
    const reading = read({ text });
    expect(reading).toMatchObject({
      ok: true,
      catalogue: {
        profiles: [{ name: 'Echo' }],
        problems: [{ path: 'profiles[1].url', message: 'It should be text.' }],
      },
    });
  });

  it('shows no more profiles than an import makes', () => {
    const many = Array.from({ length: 5_001 }, (_, index) => ({ ...ECHO, id: `p${index}` }));
    const reading = read({ text: formatProfilesFile(many) });
    expect(reading).toMatchObject({ ok: true, catalogue: { problems: [{ path: 'profiles' }] } });
    expect(reading.ok && reading.catalogue.profiles).toHaveLength(5_000);
  });

  it.each([
    [{ status: 404, text: '' }, /^example\.org has no such file: it answered 404\./],
    [{ status: 403, text: '' }, /gives the file only to those who sign in/],
    [{ status: 500, text: '' }, /^example\.org answered 500, and no file\.$/],
    [{ mediaType: 'text/html' }, /answered with a web page/],
    [{ text: '\n<!doctype html><p>' }, /answered with a web page/],
    [{ text: ' ' }, /is empty/],
  ])('says of %j what is wrong', (answer, message) => {
    expect(read(answer)).toEqual({ ok: false, message: expect.stringMatching(message), problems: [] });
  });

  it.each([
    ['{', '', /^It is not JSON/],
    ['{"name":"x"}', '', /^It is JSON, but no file of profiles/],
    ['{"format":"postern-profiles","version":99,"profiles":[]}', 'version', /written by a newer Postern/],
    [`{"format":"postern-profiles","x":${'['.repeat(5000)}${']'.repeat(5000)}}`, '', /nested too deep/],
  ])('says of %.40s why it is no file of profiles', (text, path, message) => {
    expect(read({ text })).toEqual({
      ok: false,
      message: 'What example.org has cannot be read as a file of profiles:',
      problems: [{ path, message: expect.stringMatching(message) }],
    });
  });

  it('passes on why there was no answer', () => {
    expect(readCatalogue(ADDRESS, { kind: 'failed', message: 'No such name.' })).toEqual({
      ok: false,
      message: 'No such name.',
      problems: [],
    });
  });
});
