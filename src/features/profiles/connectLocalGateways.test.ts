import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { localGatewaysQuery } from '#query/localGatewaysQuery.ts';
import { connectLocalGateways } from './connectLocalGateways.ts';
import { createTestStores } from './testing/createTestStores.ts';
import { exampleGateway, exampleScenario } from './testing/exampleProfiles.ts';

const queryClient = new QueryClient();
afterEach(() => queryClient.clear());

it('hands what the companion says of its gateways over to the profiles', async () => {
  const stores = createTestStores();
  const stop = connectLocalGateways(queryClient, stores.profiles);
  const gateways = [exampleGateway([exampleScenario('echo')])];
  queryClient.setQueryData(localGatewaysQuery().queryKey, { gateways });
  await vi.waitFor(() =>
    expect(stores.profiles.getState().readyMade).toMatchObject({ 'local:echo': { name: 'echo' } }),
  );
  expect(Object.values(stores.profiles.getState().secrets)).toEqual(['secret-echo']);

  queryClient.setQueryData(localGatewaysQuery().queryKey, { gateways: [] });
  await vi.waitFor(() => expect(stores.profiles.getState().readyMade).toEqual({}));
  stop();
});
