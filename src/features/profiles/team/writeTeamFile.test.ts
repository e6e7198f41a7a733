import { beforeEach, describe, expect, it } from 'vitest';
import { formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { ApiError } from '#query/apiError.ts';
import { saveToTeam } from './changeTeam.ts';
import { takeTeamFile } from './takeTeamFile.ts';
import { createTeamDisk, fileOf, openTeamPage } from './testing/teamDisk.ts';
import type { TeamDisk } from './testing/teamDisk.ts';

const ONE = newProfile('one', 0, { name: 'One', url: 'wss://a.example/one' });
const TWO = newProfile('two', 0, { name: 'Two', url: 'wss://a.example/two' });
const mine = (profile: Profile) => ({ ...profile, url: 'wss://a.example/mine' });

let disk: TeamDisk;

beforeEach(() => {
  disk = createTeamDisk(formatProfilesFile([ONE, TWO], { owner: 'Contoso' }));
});

const open = () => openTeamPage(disk);

describe('saving to the team’s file', () => {
  it('writes the profile into what the file says, with what else is there', async () => {
    const page = open();
    page.edit('team:one', mine);
    await saveToTeam(page, 'team:one');
    expect(disk.text).toBe(formatProfilesFile([mine(ONE), TWO], { owner: 'Contoso' }));
    expect(page.state().drafts).toEqual({});
    expect(page.lastNotice()).toBeUndefined();
  });

  it('takes along what somebody else has made of another profile at the same moment', async () => {
    const page = open();
    page.edit('team:one', mine);
    const theirs = { ...TWO, origin: 'https://theirs.example' };
    disk.meanwhile = formatProfilesFile([ONE, theirs]);
    await saveToTeam(page, 'team:one');
    expect(disk.text).toBe(formatProfilesFile([mine(ONE), theirs]));
    expect(page.state().team['team:two']?.origin).toBe('https://theirs.example');
  });

  it('writes nothing where somebody else has changed the same profile, until the person chooses', async () => {
    const page = open();
    page.edit('team:one', mine);
    const theirs = { ...ONE, origin: 'https://theirs.example' };
    disk.meanwhile = formatProfilesFile([theirs, TWO]);
    await saveToTeam(page, 'team:one');
    expect(disk.text).toBe(formatProfilesFile([theirs, TWO]));
    expect(page.state().drafts['team:one']?.url).toBe('wss://a.example/mine');
    expect(page.state().teamBases['team:one']?.origin).toBe('');
    expect(page.lastNotice()?.text).toBe(
      'Not saved: “One” has changed in team.json too. See both, and choose.',
    );
    await saveToTeam(page, 'team:one', page.state().team['team:one']);
    expect(disk.text).toBe(formatProfilesFile([mine(ONE), TWO]));
    expect(page.state()).toMatchObject({ drafts: {}, teamBases: {} });
  });

  it.each(['team:one', 'base:one', 'team:team:one', 'catalogue:one', 'local:one'])(
    'takes the id %s of a file for what it says',
    async (id) => {
      const filed = { ...ONE, id };
      const withoutPrefix = { ...TWO, id: 'one' };
      disk = createTeamDisk(formatProfilesFile([filed, withoutPrefix]));
      const page = open();
      for (const url of ['wss://a.example/first', 'wss://a.example/second']) {
        page.edit(`team:${id}`, (profile) => ({ ...profile, url }));
        await saveToTeam(page, `team:${id}`);
        expect(page.lastNotice()).toBeUndefined();
        expect(disk.text).toBe(formatProfilesFile([{ ...filed, url }, withoutPrefix]));
      }
      expect(page.state()).toMatchObject({ drafts: {}, teamBases: {} });
    },
  );

  it('writes a file out that somebody wrote by hand, and what it left out stays what it was', async () => {
    const echo = { name: 'Echo', url: 'wss://a.example/echo' };
    const chat = { name: 'Chat', folder: 'Contoso', url: 'wss://a.example/chat', 'x-note': 'kept' };
    const members = { format: 'postern-profiles', version: 2, 'x-owner': 'Contoso' };
    disk = createTeamDisk(JSON.stringify({ ...members, profiles: [echo, chat] }));
    const page = open();
    const id = 'team:named:Contoso/Chat';
    const other = page.state().team['team:named:Echo'];
    for (const url of ['wss://a.example/first', 'wss://a.example/second']) {
      page.edit(id, (profile) => ({ ...profile, url }));
      await saveToTeam(page, id);
      expect(page.lastNotice()).toBeUndefined();
      expect(page.state()).toMatchObject({ drafts: {}, teamBases: {}, team: { [id]: { url } } });
    }
    expect(page.state().team['team:named:Echo']).toBe(other);
    const filed = [
      newProfile('named:Contoso/Chat', 0, { ...chat, url: 'wss://a.example/second' }),
      newProfile('named:Echo', 0, echo),
    ];
    expect(disk.text).toBe(formatProfilesFile(filed, { 'x-owner': 'Contoso' }));
  });

  it('writes nothing over a file that has been broken meanwhile', async () => {
    const page = open();
    page.edit('team:one', mine);
    disk.meanwhile = '<<<<<<< HEAD';
    await saveToTeam(page, 'team:one');
    expect(disk.text).toBe('<<<<<<< HEAD');
    expect(page.state().drafts).toHaveProperty('team:one');
    expect(page.lastNotice()?.text).toBe(
      'team.json cannot be written as it is now. Put it right first; your changes stay here.',
    );
  });

  it('says why the companion could not write, and keeps the changes', async () => {
    const page = open();
    page.edit('team:one', mine);
    disk.failure = new ApiError('companion-absent', 'The companion is not running. Start it with npm start.');
    await saveToTeam(page, 'team:one');
    expect(page.state().drafts).toHaveProperty('team:one');
    expect(page.lastNotice()?.text).toBe(
      'Not saved to team.json: The companion is not running. Start it with npm start.',
    );
  });

  it('keeps the line ends of Windows', async () => {
    disk.text = disk.text.replaceAll('\n', '\r\n');
    disk.known = fileOf(disk.text);
    const page = open();
    page.edit('team:one', mine);
    await saveToTeam(page, 'team:one');
    expect(disk.text).toBe(
      formatProfilesFile([mine(ONE), TWO], { owner: 'Contoso' }).replaceAll('\n', '\r\n'),
    );
  });
});

describe('takeTeamFile', () => {
  it('keeps what it shows while the file is empty, as it is between two steps of a program that writes it', () => {
    const page = open();
    takeTeamFile(page, fileOf(''));
    expect(Object.keys(page.state().team)).toEqual(['team:one', 'team:two']);
    expect(page.state().teamFile?.problems).toHaveLength(1);
    takeTeamFile(page, disk.known);
    expect(page.state().teamFile?.problems).toEqual([]);
  });

  it('shows the rest of a file in which one profile is broken no differently: as it was', () => {
    const page = open();
    takeTeamFile(page, fileOf(disk.text.replace('"wss://a.example/two"', '7')));
    expect(page.state().team['team:two']?.url).toBe('wss://a.example/two');
    expect(page.state().teamFile?.problems).toEqual([
      { path: 'profiles[1].url', message: 'It should be text.' },
    ]);
  });

  it('says that the profile that is looked at has changed, or has gone', () => {
    const page = open();
    page.select('team:one');
    takeTeamFile(page, fileOf(formatProfilesFile([mine(ONE), TWO])));
    expect(page.lastNotice()?.text).toBe('“One” is as it is in team.json now: the file has changed.');
    takeTeamFile(page, fileOf(formatProfilesFile([TWO])));
    expect(page.lastNotice()?.text).toBe('“One” was deleted in team.json.');
    expect(page.state().selectedId).toBeNull();
  });
});
