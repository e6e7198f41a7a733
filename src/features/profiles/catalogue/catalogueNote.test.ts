import { describe, expect, it } from 'vitest';
import type { CatalogueNoteInput } from './catalogueNote.ts';
import { catalogueNote } from './catalogueNote.ts';
import { exampleProfile } from '../testing/exampleProfiles.ts';

const CATALOGUE = { profiles: [exampleProfile('p1')], problems: [], hasEnvironments: false, text: '' };
const PROBLEM = { path: 'profiles[1].url', message: 'It should be text.' };

function note(fields: Partial<CatalogueNoteInput> = {}, isOwnSite = false) {
  return catalogueNote({
    reading: { ok: true, address: { url: 'https://example.org/t.json', site: 'example.org', isOwnSite } },
    consent: 'agreed',
    companion: 'ready',
    catalogue: null,
    error: null,
    ...fields,
  });
}

describe('catalogueNote', () => {
  it('is none while all is in the list, or the person is asked', () => {
    expect(note({ catalogue: CATALOGUE })).toBeNull();
    expect(note({ catalogue: CATALOGUE, companion: 'absent' })).toBeNull();
    expect(note({ consent: 'undecided' })).toBeNull();
    expect(note({ consent: 'undecided', companion: 'absent' })).toMatchObject({ tone: 'problem' });
  });

  it('says that it is on its way, or is not wanted', () => {
    expect(note()).toMatchObject({
      tone: 'quiet',
      text: 'Fetching the profiles of example.org…',
      action: null,
    });
    expect(note({ consent: 'declined' })).toMatchObject({ tone: 'quiet', action: 'show' });
  });

  it('says what to do without a companion, which the page’s own site does not need', () => {
    expect(note({ companion: 'absent' })).toMatchObject({
      tone: 'problem',
      text: expect.stringContaining('Start the companion with npm start'),
    });
    expect(note({ companion: 'token-required' })?.text).toContain('needs its token first');
    expect(note({ companion: 'absent' }, true)).toMatchObject({ tone: 'quiet' });
  });

  it('says why it failed, and that what was fetched is still there', () => {
    const error = { message: 'example.org answered 500, and no file.', problems: [] };
    expect(note({ error })).toMatchObject({
      tone: 'problem',
      text: error.message,
      meanwhile: '',
      action: 'retry',
    });
    expect(note({ error, catalogue: CATALOGUE })).toMatchObject({
      meanwhile: 'Its profiles are shown as they were.',
    });
  });

  it('says what of the file cannot be read', () => {
    expect(note({ catalogue: { ...CATALOGUE, problems: [PROBLEM] } })).toMatchObject({
      problems: [PROBLEM],
      meanwhile: 'The other profiles are shown.',
    });
  });

  it('passes on what is wrong with the address', () => {
    expect(note({ reading: { ok: false, message: 'It is no URL.' } })).toMatchObject({
      tone: 'problem',
      text: 'It is no URL.',
      action: null,
    });
  });
});
