import { expect, it } from 'vitest';
import { DEFAULT_CONNECT_OPTIONS } from '../connection/connectionRequest.ts';
import type { LocalGateway } from '../gateway/localGateway.ts';
import { profileOfScenario } from './profileOfScenario.ts';
import { resolveProfile } from './resolveProfile.ts';

const REQUEST = {
  transport: 'companion',
  url: 'ws://127.0.0.1:4111/client/hubs/chatdemo?subscription-key=k%261&access_token=eyJ.e30.x&room=a',
  headers: [{ name: 'X-Trace', value: '1' }],
  origin: null,
  subprotocols: ['json.webpubsub.azure.v1'],
  maxFrameBytes: null,
  options: { ...DEFAULT_CONNECT_OPTIONS, offersCompression: false },
} as const;

const GATEWAY: LocalGateway = {
  gateway: 'apim',
  name: 'Azure API Management',
  baseUrl: 'ws://127.0.0.1:4111',
  scenarios: [
    {
      id: 'apim-pubsub',
      title: 'APIM: Web PubSub hub',
      expects: 'open',
      isSynthetic: false,
      note: 'Shows the good case.',
      request: REQUEST,
      secretNames: ['subscription-key', 'access_token'],
      firstMessage: null,
    },
  ],
};

function makeProfile(): ReturnType<typeof profileOfScenario> {
  const [scenario] = GATEWAY.scenarios;
  if (scenario === undefined) throw new Error('The gateway has no scenario.');
  return profileOfScenario(GATEWAY, scenario);
}

it('keeps the secrets of a scenario apart, under ids that stay the same', () => {
  const { profile, secrets } = makeProfile();
  expect(profile).toMatchObject({
    id: 'local:apim-pubsub',
    name: 'APIM: Web PubSub hub',
    folder: 'Local/Azure API Management',
    gateway: 'apim',
    url: 'ws://127.0.0.1:4111/client/hubs/chatdemo',
  });
  expect(secrets).toEqual({ 'local:apim-pubsub:query:0': 'k&1', 'local:apim-pubsub:query:1': 'eyJ.e30.x' });
  expect(makeProfile()).toEqual({ profile, secrets });
});

it('resolves to the request of the scenario again', () => {
  const { profile, secrets } = makeProfile();
  expect(resolveProfile(profile, secrets)).toEqual({ ok: true, request: REQUEST });
});
