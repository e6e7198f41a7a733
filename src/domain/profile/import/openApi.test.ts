import { expect, it } from 'vitest';
import { importText } from './testing/importText.ts';

/** Servers, paths and parameters in the way of OpenAPI 3.1, "Server Object": no tool writes wss servers, people do. */
const DESCRIPTION = `openapi: 3.1.0
info:
  title: Exchange
  version: 1.0.0
servers:
  - url: wss://{region}.exchange.example/v1
    variables:
      region:
        default: eu
        enum: [eu, us]
paths:
  /user/{channel}:
    parameters:
      - name: channel
        in: path
        required: true
        schema: { type: string, enum: [orders, trades] }
    get:
      summary: User data
      description: >-
        Balances and orders
        of one user.
      parameters:
        - $ref: '#/components/parameters/Depth'
        - { name: token, in: query, required: true, schema: { type: string } }
        - { name: session, in: cookie, required: true, schema: { type: string } }
      security:
        - key: []
  /orders:
    servers:
      - url: https://exchange.example
    get:
      summary: Orders
components:
  parameters:
    Depth: { name: depth, in: query, schema: { type: integer, default: 10 } }
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Exchange-Key }
`;

const SWAGGER = `{ "swagger": "2.0", "info": { "title": "Old" }, "schemes": ["https", "wss"], "host": "old.example", "basePath": "/api", "paths": { "/live": { "get": {} } } }`;

it('gives a profile for each path of a server that says wss', async () => {
  expect(await importText(DESCRIPTION)).toEqual({
    formats: ['OpenAPI description'],
    leftBehind: [
      'paths./user/{channel}.parameters[0]: orders was filled in, the first of its 2 values.',
      'paths./orders: No WebSocket by its URL, which does not begin with ws:// or wss://.',
    ],
    profiles: [
      {
        description: 'Balances and orders of one user.',
        fields: [
          '~?depth: 10',
          '?token: [{token}]',
          'Cookie: [session={session}]',
          'X-Exchange-Key: [{X-Exchange-Key}]',
        ],
        name: 'Exchange/User data',
        toFillIn: [
          'token in the query parameter token',
          'session in the header Cookie',
          'X-Exchange-Key in the header X-Exchange-Key',
        ],
        url: 'wss://eu.exchange.example/v1/user/orders',
      },
    ],
  });
});

it('reads the schemes of Swagger 2', async () => {
  expect(await importText(SWAGGER)).toEqual({
    formats: ['OpenAPI description'],
    leftBehind: [],
    profiles: [
      {
        name: 'Old//live',
        url: 'wss://old.example/api/live',
      },
    ],
  });
});

it('takes every example of a body by its name, and says where there is none', async () => {
  const operation = (body: string) =>
    `openapi: 3.0.3
info: { title: Chat }
servers: [{ url: 'wss://chat.example' }]
paths: { /room: { post: { requestBody: ${body} } } }
components: { requestBodies: { Say: { content: { text/plain: { examples: { Hello: { value: hello } } } } } } }`;
  const reading = await importText(operation("{ $ref: '#/components/requestBodies/Say' }"));
  expect(reading.profiles).toMatchObject([{ message: 'text hello', saved: ['Hello'] }]);
  expect(await importText(operation('{ content: { text/plain: {} } }'))).toMatchObject({
    leftBehind: ['paths./room.post.requestBody: It has no example that could be a message.'],
  });
});

it.each([
  [
    'their hosts',
    "[{ url: 'wss://eu.example/v1', description: Europe }, { url: 'wss://us.example/v1', description: America }]",
    ['Chat//room (eu.example)', 'Chat//room (us.example)'],
  ],
  [
    'their descriptions where the host is one',
    "[{ url: 'wss://chat.example/v1', description: Production }, { url: 'wss://chat.example/v2', description: Beta }]",
    ['Chat//room (Production)', 'Chat//room (Beta)'],
  ],
  [
    'their paths where there are no descriptions',
    "[{ url: 'wss://chat.example/v1/' }, { url: 'wss://chat.example/v2' }]",
    ['Chat//room (chat.example/v1)', 'Chat//room (chat.example/v2)'],
  ],
  [
    'the values of their variables',
    "[{ url: 'wss://{region}.example', variables: { region: { default: eu } } }, { url: 'wss://{region}.example', variables: { region: { default: us } } }]",
    ['Chat//room (eu.example)', 'Chat//room (us.example)'],
  ],
  [
    'their schemes where nothing else is another',
    "[{ url: 'ws://chat.example' }, { url: 'wss://chat.example' }]",
    ['Chat//room (ws://chat.example)', 'Chat//room (wss://chat.example)'],
  ],
  [
    'numbers where nothing is',
    "[{ url: 'wss://chat.example' }, { url: 'wss://chat.example' }]",
    ['Chat//room (chat.example 1)', 'Chat//room (chat.example 2)'],
  ],
])('tells the profiles of several servers apart by %s', async (_what, servers, names) => {
  const { profiles } = await importText(
    `openapi: 3.0.3\ninfo: { title: Chat }\nservers: ${servers}\npaths: { /room: { get: {} } }`,
  );
  expect(profiles.map(({ name }) => name)).toEqual(names);
});
