import { expect, it } from 'vitest';
import type { PastConnection } from '#domain/connection/pastConnection.ts';
import { createTestStores } from '../profiles/testing/createTestStores.ts';
import { connectProfile } from '../stores/connectProfile.ts';
import { showLatestPast } from './showLatestPast.ts';

function past(id: string, profileId: string): PastConnection {
  return {
    id,
    profileId,
    startedAt: 0,
    writtenAt: 0,
    end: null,
    connections: 1,
    bytes: 0,
    importedFrom: null,
  };
}

it('shows the latest past connection of the profile that is looked at, once', async () => {
  const stores = createTestStores();
  const id = stores.save({ url: 'wss://example.com/' });
  const other = stores.save({ url: 'wss://example.com/other' });
  stores.kept.push(past('3', id), past('2', other), past('1', id));
  stores.profiles.getState().actions.select(id);
  const stop = showLatestPast(stores);
  const shown = (profileId: string) => stores.connections.getState().sessions[profileId]?.past?.id ?? null;
  expect(shown(id)).toBeNull();

  await stores.pastConnections.getState().actions.refresh();
  expect([shown(id), shown(other)]).toEqual(['3', null]);
  stores.connections.getState().actions.showOwn(id);
  stores.profiles.getState().actions.select(other);
  expect(shown(other)).toBe('2');
  stores.profiles.getState().actions.select(id);
  expect(shown(id)).toBeNull();
  stop();
});

it('leaves alone a log that has begun meanwhile', async () => {
  const stores = createTestStores();
  const id = stores.save({ url: 'wss://example.com/' });
  stores.kept.push(past('1', id));
  stores.profiles.getState().actions.select(id);
  const stop = showLatestPast(stores);
  connectProfile(stores, id, 'companion');
  await stores.pastConnections.getState().actions.refresh();
  expect(stores.connections.getState().sessions[id]?.past).toBeNull();
  stop();
});
