import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach } from 'vitest';
import { startApiServer } from './apiServer.ts';
import type { ApiServer } from './apiServer.ts';

/** What the tests of a file ask and are answered by; anew for each of them. */
export interface ApiFixture {
  readonly server: ApiServer;
  readonly client: QueryClient;
}

/** Call it once, outside the tests. */
export function apiFixture(): ApiFixture {
  let server: ApiServer;
  let client: QueryClient;
  beforeEach(async () => {
    server = await startApiServer();
    client = new QueryClient();
  });
  afterEach(async () => {
    client.clear();
    await server.close();
  });
  return {
    get server() {
      return server;
    },
    get client() {
      return client;
    },
  };
}
