import { expect, it } from 'vitest';
import { readPaste } from '#domain/profile/readPaste.ts';
import { importEndpoint } from './importEndpoint.ts';
import { createTestStores } from './testing/createTestStores.ts';

it('makes an unsaved profile of a paste, with its secrets apart', () => {
  const stores = createTestStores();
  let count = 0;
  const reading = readPaste(
    'wss://contoso.azure-api.net/echo?subscription-key=0123456789abcdef',
    () => `pasted-${(count += 1)}`,
  );
  if (reading.kind === 'problem') throw new Error(reading.message);
  const id = importEndpoint(stores, reading.endpoint);
  const { drafts, secrets, selectedId } = stores.profiles.getState();
  expect(selectedId).toBe(id);
  expect(drafts[id]).toMatchObject({
    name: 'APIM contoso echo',
    url: 'wss://contoso.azure-api.net/echo',
    parameters: [{ name: 'subscription-key', value: { kind: 'secret' } }],
  });
  expect(Object.values(secrets)).toEqual(['0123456789abcdef']);
});
