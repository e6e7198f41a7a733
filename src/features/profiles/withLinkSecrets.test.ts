import { describe, expect, it } from 'vitest';
import { formatLinkSecrets, parseLinkSecrets, placedSecrets } from '#domain/profile/file/linkSecrets.ts';
import { environmentMembers, formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import { readImport } from '#domain/profile/import/readImport.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import { secretPlacesOf } from '#domain/profile/mapSecretIds.ts';
import {
  PLANTED,
  PLANTED_ENVIRONMENT,
  PLANTED_SECRETS,
  plantedProfile,
} from '#domain/profile/testing/plantedSecrets.ts';
import { withLinkSecrets } from './withLinkSecrets.ts';

async function readPlanted() {
  let count = 0;
  const text = formatProfilesFile([plantedProfile()], environmentMembers([PLANTED_ENVIRONMENT]));
  const reading = await readImport([{ name: '', text }], { newId: () => `fresh-${(count += 1)}` });
  if (reading.kind !== 'import') throw new Error(reading.message);
  return reading;
}

describe('withLinkSecrets', () => {
  it('puts every value where it stood, under ids of this device', async () => {
    const placed = placedSecrets(plantedProfile(), [PLANTED_ENVIRONMENT]);
    const values = parseLinkSecrets(formatLinkSecrets(placed, PLANTED_SECRETS)) ?? new Map();
    const opened = withLinkSecrets(await readPlanted(), values);
    const [profile] = opened.reading.profiles;
    const places = secretPlacesOf(newProfile('', 0, profile?.fields ?? {}));
    for (const [place, id] of secretPlacesOf(plantedProfile())) {
      if (place === 'tokenSource/expiresAt') continue;
      expect([place, profile?.secrets[places.get(place) ?? '']]).toEqual([place, PLANTED_SECRETS[id]]);
    }
    expect(Object.values(opened.environmentSecrets)).toEqual([
      PLANTED.subprotocol,
      PLANTED.message,
      PLANTED.savedMessage,
      PLANTED.path,
    ]);
    expect(profile?.toFillIn).toEqual([]);
  });

  it('asks by name for those that did not come', async () => {
    const opened = withLinkSecrets(await readPlanted(), new Map([['headers/x-anything/1', 'a']]));
    expect(opened.labels).toEqual(['X-Anything']);
    expect(opened.reading.profiles[0]?.toFillIn).toEqual([
      'the secret v',
      'the secret access_token',
      'the secret Authorization',
      'the secret X-Basic',
    ]);
  });

  it('leaves out what has no place, and says which of the person’s variables a value would fill in', async () => {
    const values = new Map([
      ['headers/other/1', 'a'],
      ['parameters/v/1', '{{production-key}} {{$uuid}} {{production-key}}'],
    ]);
    const opened = withLinkSecrets(await readPlanted(), values);
    expect(Object.values(opened.reading.profiles[0]?.secrets ?? {})).toHaveLength(1);
    expect(opened.variables).toEqual(['production-key']);
  });
});
