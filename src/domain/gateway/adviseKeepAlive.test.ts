import { expect, it } from 'vitest';
import { adviseKeepAlive } from './adviseKeepAlive.ts';
import type { GatewayId } from './gatewayId.ts';
import { GATEWAYS } from './gateways.ts';

it.each<[GatewayId, string, string, number]>([
  [
    'aws',
    'AWS API Gateway cuts a connection after 10 min without traffic. Whether a Ping counts is not documented: a message does.',
    'message',
    300_000,
  ],
  [
    'apim',
    'Azure API Management probably cuts a connection after 4 min without traffic. A Ping is traffic too.',
    'ping',
    120_000,
  ],
  [
    'apigee',
    'Google Apigee was seen to cut a connection after 1 min without traffic, unless its owner has set another time. Whether a Ping counts is not documented: a message does.',
    'message',
    30_000,
  ],
])('knows what keeps a connection of %s open', (id, text, kind, everyMs) => {
  expect(adviseKeepAlive(GATEWAYS[id])).toEqual({ text, remedy: { kind, everyMs } });
});

it.each<[GatewayId, string]>([
  ['webpubsub', 'Azure Web PubSub has no idle limit by default, as far as it is documented.'],
  ['ibm', 'IBM API Connect has no idle limit by default, as far as it is documented.'],
])('has no remedy where %s has no limit', (id, text) => {
  expect(adviseKeepAlive(GATEWAYS[id])).toEqual({ text, remedy: null });
});

it('says nothing where no gateway is known', () => {
  expect(adviseKeepAlive(GATEWAYS.generic)).toBeNull();
});
