import { expect, it } from 'vitest';
import { profileName } from './profileName.ts';

it.each([
  ['wss://contoso.azure-api.net/client/hubs/chat', 'apim', 'APIM contoso chat'],
  ['wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/dev/', 'aws', 'AWS a1b2c3d4e5 dev'],
  ['wss://gateway.example.com', null, 'gateway'],
  ['ws://127.0.0.1:4111/echo', 'generic', '127.0.0.1 echo'],
  ['nothing', null, 'New profile'],
] as const)('names %s of %s “%s”', (url, gateway, name) => {
  expect(profileName(url, gateway)).toBe(name);
});
