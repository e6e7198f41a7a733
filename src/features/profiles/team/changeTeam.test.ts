import { beforeEach, describe, expect, it } from 'vitest';
import { formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import type { Field, Profile } from '#domain/profile/profile.ts';
import { secretIdsOf } from '#domain/profile/secretIdsOf.ts';
import { selectProfile, selectTeamConflict } from '#state/profilesStore.ts';
import { discardChanges } from '../discardChanges.ts';
import { changeInTeam, moveToTeam, removeFromTeam, saveToTeam } from './changeTeam.ts';
import { takeTeamFile } from './takeTeamFile.ts';
import { createTeamDisk, fileOf, openTeamPage } from './testing/teamDisk.ts';
import type { TeamDisk } from './testing/teamDisk.ts';

const KEY: Field = {
  id: 'key',
  name: 'X-Key',
  value: { kind: 'secret', secretId: 'key' },
  isEnabled: true,
};
const ONE = newProfile('one', 0, { name: 'One', url: 'wss://a.example/one', headers: [KEY] });
const TWO = newProfile('two', 0, { name: 'Two', url: 'wss://a.example/two' });
const mine = (profile: Profile) => ({ ...profile, url: 'wss://a.example/mine' });
const theirs = (profile: Profile) => ({ ...profile, origin: 'https://theirs.example' });

let disk: TeamDisk;
let page: ReturnType<typeof openTeamPage>;

beforeEach(() => {
  disk = createTeamDisk(formatProfilesFile([ONE, TWO]));
  page = openTeamPage(disk);
});

/** Somebody else writes the file, and the page looks. */
function writeElsewhere(profiles: readonly Profile[]): void {
  disk.text = formatProfilesFile(profiles);
  disk.known = fileOf(disk.text);
  takeTeamFile(page, disk.known);
}

function keyOfOne(): string | undefined {
  const profile = selectProfile(page.state(), 'team:one');
  return profile === null ? undefined : page.state().secrets[secretIdsOf(profile)[0] ?? ''];
}

function giveKey(value: string): void {
  const profile = selectProfile(page.state(), 'team:one');
  for (const id of profile === null ? [] : secretIdsOf(profile)) page.setSecret(id, value);
}

describe('renaming in the team’s file', () => {
  it('is written at once, and an edit goes on from there', async () => {
    page.edit('team:one', mine);
    await changeInTeam(page, 'team:one', { name: 'First' });
    expect(disk.text).toBe(formatProfilesFile([{ ...ONE, name: 'First' }, TWO]));
    expect(page.state().drafts['team:one']).toMatchObject({ name: 'First', url: 'wss://a.example/mine' });
    expect(selectTeamConflict(page.state(), 'team:one')).toBeNull();
  });

  it('decides nothing where the profile was changed here and there', async () => {
    page.edit('team:one', mine);
    writeElsewhere([theirs(ONE), TWO]);
    await changeInTeam(page, 'team:one', { name: 'First' });
    expect(selectTeamConflict(page.state(), 'team:one')?.base.origin).toBe('');
    expect(page.state().drafts['team:one']?.name).toBe('First');
    await saveToTeam(page, 'team:one');
    expect(disk.text).toBe(formatProfilesFile([theirs(ONE), TWO]));
  });
});

describe('deleting from the team’s file', () => {
  it('can be undone, with the edit and with the secrets of the device', async () => {
    giveKey('hunter2');
    page.edit('team:one', mine);
    await removeFromTeam(page, 'team:one');
    expect(disk.text).toBe(formatProfilesFile([TWO]));
    page.lastNotice()?.action?.run();
    await expect.poll(() => disk.text).toBe(formatProfilesFile([ONE, TWO]));
    await expect.poll(() => page.state().drafts['team:one']?.url).toBe('wss://a.example/mine');
    expect(keyOfOne()).toBe('hunter2');
  });
});

describe('moving to the team’s file', () => {
  it('writes nothing into a file that has just been emptied, as a program does that writes it in two steps', async () => {
    const id = page.save(page.create({ name: 'Own', url: 'wss://a.example/own' }));
    const own = selectProfile(page.state(), id) ?? TWO;
    disk.meanwhile = '';
    await moveToTeam(page, own);
    expect(disk.text).toBe('');
    expect(page.state().saved).toHaveProperty(id);
    expect(page.lastNotice()?.text).toBe(
      'team.json cannot be written as it is now. Put it right first; your changes stay here.',
    );
  });
});

describe('taking what the file says in place of an edit', () => {
  it('can be undone, and both are there again to choose from', () => {
    page.edit('team:one', mine);
    writeElsewhere([theirs(ONE), TWO]);
    discardChanges(page, 'team:one');
    expect(page.state().drafts).toEqual({});
    page.lastNotice()?.action?.run();
    expect(selectTeamConflict(page.state(), 'team:one')).toMatchObject({
      mine: { url: 'wss://a.example/mine' },
      base: { origin: '' },
      theirs: { origin: 'https://theirs.example' },
    });
  });

  it('can be undone where the file has it no more', async () => {
    page.edit('team:one', mine);
    writeElsewhere([TWO]);
    discardChanges(page, 'team:one');
    await expect.poll(() => page.lastNotice()?.text).toContain('“One”');
    expect(page.state().drafts).toEqual({});
    page.lastNotice()?.action?.run();
    await expect.poll(() => selectTeamConflict(page.state(), 'team:one')?.theirs).toBeNull();
    expect(page.state().drafts['team:one']?.url).toBe('wss://a.example/mine');
    expect(disk.text).toBe(formatProfilesFile([TWO]));
  });
});
