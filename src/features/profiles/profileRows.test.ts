import { describe, expect, it } from 'vitest';
import type { LocalGateway } from '#domain/gateway/localGateway.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { profileRows } from './profileRows.ts';
import type { ProfileRowsInput, ProfileTreeRow } from './profileRows.ts';
import { profileTree } from './profileTree.ts';
import {
  byId,
  exampleGateway,
  exampleProfile,
  exampleScenario,
  readyMadeOf,
} from './testing/exampleProfiles.ts';

interface Example extends Partial<Omit<ProfileRowsInput, 'tree'>> {
  readonly catalogue?: readonly Profile[];
  readonly saved?: readonly Profile[];
  readonly drafts?: readonly Profile[];
  readonly gateway?: LocalGateway;
}

function rowsOf({
  saved = [],
  drafts = [],
  catalogue = [],
  gateway,
  ...rest
}: Example): readonly ProfileTreeRow[] {
  const readyMade = { ...byId(catalogue), ...(gateway === undefined ? {} : readyMadeOf(gateway)) };
  const groups = { saved: byId(saved), drafts: byId(drafts), readyMade };
  const tree = profileTree(groups, gateway === undefined ? [] : [gateway], null, 'example.org');
  return profileRows({ phases: {}, selectedId: null, folding: {}, search: '', ...rest, tree });
}

/** The rows as a person sees them: indented names, folders with their triangle. */
function outline(rows: readonly ProfileTreeRow[]): readonly string[] {
  return rows.map((row) => {
    const indent = '  '.repeat(row.level - 1);
    return row.kind === 'folder' ? `${indent}${row.isOpen ? '▾' : '▸'} ${row.name}` : indent + row.name;
  });
}

const GATEWAY = exampleGateway([
  exampleScenario('no-key', {
    title: 'No key',
    note: 'No key in sight.',
    expects: 'refused',
    isSynthetic: true,
  }),
  exampleScenario('echo', { title: 'Echo' }),
  exampleScenario('silent', { title: 'Nobody answers', expects: 'failed' }),
]);

const SAVED = [
  exampleProfile('plain 10', { url: 'wss://example.com/' }),
  exampleProfile('plain 9'),
  exampleProfile('staging', { folder: 'Contoso', url: 'wss://contoso.azure-api.net/echo' }),
  exampleProfile('eu', { folder: ' Contoso / production/' }),
  exampleProfile('us', { folder: 'Contoso/production' }),
];

describe('profileRows', () => {
  it('puts a catalogue under the name of its site, between one’s own and the local gateways', () => {
    const id = 'catalogue:https://example.org/t.json#';
    const catalogue = [exampleProfile(`${id}one`, { folder: 'Contoso' }), exampleProfile(`${id}two`)];
    const edited = { ...exampleProfile(`${id}two`), name: 'edited' };
    const gone = exampleProfile(`${id}gone`);
    const rows = rowsOf({
      saved: [exampleProfile('mine')],
      drafts: [edited, gone],
      catalogue,
      gateway: exampleGateway([exampleScenario('echo', { title: 'Echo' })]),
    });
    expect(outline(rows)).toEqual([
      `${id}gone`,
      'mine',
      '▾ example.org',
      '  ▾ Contoso',
      `    ${id}one`,
      '  edited',
      '▾ Local gateways',
      '  ▾ Azure API Management',
      '    Echo',
    ]);
    expect(rows.find(({ key }) => key === `${id}two`)).toMatchObject({
      origin: 'catalogue',
      isUnsaved: true,
    });
  });

  it('nests folders by the parts of their path, each before the profiles beside it', () => {
    expect(outline(rowsOf({ saved: SAVED }))).toEqual([
      '▾ Contoso',
      '  ▾ production',
      '    eu',
      '    us',
      '  staging',
      'plain 9',
      'plain 10',
    ]);
  });

  it('shows what opens on a local gateway, and folds what is refused or fails', () => {
    expect(outline(rowsOf({ gateway: GATEWAY }))).toEqual([
      '▾ Local gateways',
      '  ▾ Azure API Management',
      '    Echo',
      '    ▸ Refusals',
    ]);
    const folding = { 'local/Azure API Management/refusals': true };
    expect(outline(rowsOf({ gateway: GATEWAY, folding })).slice(3)).toEqual([
      '    ▾ Refusals',
      '      No key',
      '      Nobody answers',
    ]);
  });

  it('leaves out what a folder hides, and says how many that are', () => {
    const rows = rowsOf({ saved: SAVED, folding: { 'folder:Contoso': false } });
    expect(outline(rows)).toEqual(['▸ Contoso', 'plain 9', 'plain 10']);
    expect(rows[0]).toMatchObject({ profileCount: 3, accessibleName: 'Contoso, 3 profiles' });
  });

  it('numbers the rows of a folder for screen readers', () => {
    const places = rowsOf({ saved: SAVED }).map((row) => [row.level, row.positionInSet, row.setSize]);
    expect(places).toEqual([
      [1, 1, 3],
      [2, 1, 2],
      [3, 1, 2],
      [3, 2, 2],
      [2, 2, 2],
      [1, 2, 3],
      [1, 3, 3],
    ]);
  });

  it("puts the person's own before the local gateways", () => {
    expect(outline(rowsOf({ saved: SAVED, gateway: GATEWAY, folding: { 'folder:Contoso': false } }))).toEqual(
      [
        '▸ Contoso',
        'plain 9',
        'plain 10',
        '▾ Local gateways',
        '  ▾ Azure API Management',
        '    Echo',
        '    ▸ Refusals',
      ],
    );
  });

  it('finds every word in name, folder, URL or gateway, and opens what holds a find', () => {
    const folding = { 'folder:Contoso': false };
    const search = (text: string) =>
      outline(rowsOf({ saved: SAVED, gateway: GATEWAY, folding, search: text }));
    expect(search('CONTOSO us')).toEqual(['▾ Contoso', '  ▾ production', '    us']);
    expect(search('example.com')).toEqual(['plain 10']);
    expect(search('api management staging')).toEqual(['▾ Contoso', '  staging']);
    expect(search('refusals no')).toEqual([
      '▾ Local gateways',
      '  ▾ Azure API Management',
      '    ▾ Refusals',
      '      No key',
      '      Nobody answers',
    ]);
    expect(search('nowhere')).toEqual([]);
  });

  it('says in the accessible name all that the row shows', () => {
    const [row] = rowsOf({
      saved: [exampleProfile('echo')],
      drafts: [exampleProfile('echo', { gateway: 'aws' })],
      phases: { echo: 'failed' },
    });
    expect(row).toMatchObject({
      accessibleName: 'echo, AWS, unsaved, failed',
      origin: 'saved',
      isUnsaved: true,
    });
  });

  it('shows an edited profile as edited', () => {
    const rows = rowsOf({
      saved: [exampleProfile('a', { name: 'before' })],
      drafts: [exampleProfile('a', { name: 'after' }), exampleProfile('b', { name: 'new' })],
    });
    expect(rows).toMatchObject([
      { name: 'after', origin: 'saved', isUnsaved: true },
      { name: 'new', origin: 'draft', isUnsaved: true },
    ]);
  });

  it('keeps an edited ready-made profile when its gateway is not running', () => {
    const draft = exampleProfile('local:echo', { name: 'Echo' });
    expect(rowsOf({ drafts: [draft] })).toMatchObject([{ name: 'Echo', origin: 'draft' }]);
    expect(rowsOf({ drafts: [draft], gateway: GATEWAY })[2]).toMatchObject({
      origin: 'ready-made',
      isUnsaved: true,
    });
  });

  it('shows on a closed folder the weightiest connection within, and that the selection is there', () => {
    const phases = { eu: 'failed', us: 'open', staging: 'closed' } as const;
    const closed = rowsOf({ saved: SAVED, phases, selectedId: 'eu', folding: { 'folder:Contoso': false } });
    expect(closed[0]).toMatchObject({
      accessibleName: 'Contoso, 3 profiles, open',
      status: 'open',
      hidesSelected: true,
    });
    const open = rowsOf({ saved: SAVED, phases, selectedId: 'eu' });
    expect(open[0]).toMatchObject({ status: null, hidesSelected: false });
  });

  it('shows no connection for a profile that was never tried or whose attempt was stopped', () => {
    expect(rowsOf({ saved: [exampleProfile('a')], phases: { a: 'idle' } })).toMatchObject([{ status: null }]);
  });

  it('marks what is synthetic, with the note on it', () => {
    const folding = { 'local/Azure API Management/refusals': true };
    expect(rowsOf({ gateway: GATEWAY, folding })[4]).toMatchObject({
      accessibleName: 'No key, synthetic',
      isSynthetic: true,
      detail: 'No key in sight.',
    });
  });

  it('names the gateway of a profile by what was chosen or what its URL says', () => {
    const gatewaysOf = (profile: Profile) =>
      rowsOf({ saved: [profile] }).map((row) => 'gateway' in row && row.gateway);
    expect(gatewaysOf(exampleProfile('a', { gateway: 'aws' }))).toEqual(['AWS']);
    expect(gatewaysOf(exampleProfile('b', { url: 'wss://contoso.azure-api.net/echo' }))).toEqual(['APIM']);
    expect(gatewaysOf(exampleProfile('c', { url: 'wss://example.com/' }))).toEqual(['']);
  });

  it('has a name for a profile without one', () => {
    expect(rowsOf({ saved: [exampleProfile('a', { name: ' ' })] })).toMatchObject([{ name: 'Unnamed' }]);
  });
});
