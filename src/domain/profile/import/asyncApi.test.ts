import { describe, expect, it } from 'vitest';
import { importText } from './testing/importText.ts';
import { PUBLISHED_ASYNC_API_2, PUBLISHED_ASYNC_API_3 } from './testing/publishedFiles.ts';

/** After asyncapi/spec, examples/slack-rtm-asyncapi.yml (Apache-2.0): its server is the one that says where the WebSocket is. */
const SLACK = `asyncapi: 3.1.0
id: 'wss://wss-primary.slack.com/websocket'
info:
  title: Slack Real Time Messaging API
  version: 1.0.0
servers:
  production:
    host: slack.com
    pathname: /api/rtm.connect
    protocol: https
    protocolVersion: '1.1'
    security:
      - $ref: '#/components/securitySchemes/token'
channels:
  root:
    address: /
components:
  securitySchemes:
    token:
      type: httpApiKey
      name: token
      in: query
`;

/**
 * After asyncapi/spec, examples/kraken-websocket-request-reply-multiple-channels-asyncapi.yml (Apache-2.0): several channels
 * at one address. That one has no servers; these are of the same API's older example, and the security and an example
 * of a message are added.
 */
const KRAKEN = `asyncapi: 3.1.0
info:
  title: Kraken Websockets API
  version: '1.8.0'
servers:
  public:
    host: ws.kraken.com
    protocol: wss
  private:
    host: '{region}.kraken.com'
    protocol: wss
    variables:
      region:
        default: ws-auth
    security:
      - $ref: '#/components/securitySchemes/key'
channels:
  ping:
    address: /
    messages:
      ping:
        $ref: '#/components/messages/ping'
  currencyInfo:
    address: /
    messages:
      subscriptionStatus:
        $ref: '#/components/messages/subscriptionStatus'
  subscribe:
    address: /
    messages:
      subscribe:
        $ref: '#/components/messages/subscribe'
operations:
  receivePing:
    action: receive
    channel:
      $ref: '#/channels/ping'
  subscribe:
    action: receive
    channel:
      $ref: '#/channels/subscribe'
    reply:
      channel:
        $ref: '#/channels/currencyInfo'
components:
  securitySchemes:
    key:
      type: httpApiKey
      name: API-Sign
      in: header
  messages:
    ping:
      summary: Ping server to determine whether connection is alive
      examples:
        - payload:
            event: ping
            reqid: 42
    subscribe:
      examples:
        - name: ticker
          payload: { event: subscribe, pair: [XBT/EUR], subscription: { name: ticker } }
        - name: book
          payload: { event: subscribe, pair: [XBT/EUR], subscription: { name: book } }
    subscriptionStatus:
      examples:
        - payload:
            event: subscriptionStatus
            status: unsubscribed
`;

/** Version 2 names security schemes from the server, and says by whom messages are sent with publish and subscribe. */
const SECURED_2 = `{
  "asyncapi": "2.6.0",
  "info": { "title": "Chat", "version": "1" },
  "servers": {
    "production": {
      "url": "{host}.example.com:{port}/v1",
      "protocol": "wss",
      "variables": { "host": { "enum": ["chat"] }, "port": { "default": "8443" } },
      "security": [{ "token": [] }, { "user": [] }]
    },
    "events": { "url": "kafka.example.com", "protocol": "kafka" }
  },
  "channels": {
    "rooms/{room}": {
      "description": "What is said in a room.\\nOne connection a room.",
      "servers": ["production"],
      "bindings": { "ws": { "method": "POST", "headers": { "type": "object", "properties": { "X-Tenant": { "type": "string" } }, "required": ["X-Tenant"] } } },
      "publish": { "message": { "oneOf": [{ "$ref": "#/components/messages/say" }, { "$ref": "messages.yaml#/other" }] } }
    }
  },
  "components": {
    "messages": { "say": { "name": "say", "payload": {}, "examples": [{ "payload": "hello" }, { "payload": { "text": "hi" } }, { "name": "Shout", "payload": "HI" }] } },
    "securitySchemes": { "token": { "type": "http", "scheme": "bearer" }, "user": { "type": "userPassword" } }
  }
}`;

describe('AsyncAPI 3', () => {
  it('gives a profile for the address of a channel, with the parameters of its binding', async () => {
    expect(await importText(PUBLISHED_ASYNC_API_3)).toEqual({
      formats: ['AsyncAPI description'],
      leftBehind: [
        'channels.marketDataV1.messages.marketData.examples: Examples of a message that the server sends: there is nothing to send.',
        'channels.marketDataV1.parameters.symbol: btcusd was filled in, the first of its 3 values.',
      ],
      profiles: [
        {
          fields: ['~?heartbeat: false', '~?bids: true'],
          name: 'Gemini Market Data Websocket API/marketDataV1',
          url: 'wss://api.gemini.com/v1/marketdata/btcusd',
        },
      ],
    });
  });

  it('makes one profile of the channels at one address, for each server', async () => {
    expect(await importText(KRAKEN)).toEqual({
      formats: ['AsyncAPI description'],
      leftBehind: [
        'channels.currencyInfo.messages.subscriptionStatus.examples: Examples of a message that the server sends: there is nothing to send.',
      ],
      profiles: [
        {
          message: 'json {\n  "event": "ping",\n  "reqid": 42\n}',
          name: 'Kraken Websockets API/Kraken Websockets API (public)',
          saved: ['ping', 'ticker', 'book'],
          url: 'wss://ws.kraken.com/',
        },
        {
          fields: ['API-Sign: [{API-Sign}]'],
          message: 'json {\n  "event": "ping",\n  "reqid": 42\n}',
          name: 'Kraken Websockets API/Kraken Websockets API (private)',
          saved: ['ping', 'ticker', 'book'],
          toFillIn: ['API-Sign in the header API-Sign'],
          url: 'wss://ws-auth.kraken.com/',
        },
      ],
    });
  });

  it('says when no server speaks WebSocket', async () => {
    expect(await importText(SLACK)).toEqual({
      formats: ['AsyncAPI description'],
      leftBehind: [
        'servers.production: The server “production” speaks https, not WebSocket.',
        'servers: There is no server with the protocol ws or wss, so nothing to connect to.',
      ],
      profiles: [],
    });
  });
});

describe('AsyncAPI 2', () => {
  it('gives the same profile as version 3; a parameter that is required is switched on', async () => {
    const properties = '          properties:\n';
    const required = PUBLISHED_ASYNC_API_2.replace(
      properties,
      `          required: [heartbeat]\n${properties}`,
    );
    expect(await importText(required)).toEqual({
      formats: ['AsyncAPI description'],
      leftBehind: [
        'channels./v1/marketdata/{symbol}.subscribe.message.examples: Examples of a message that the server sends: there is nothing to send.',
        'channels./v1/marketdata/{symbol}.parameters.symbol: btcusd was filled in, the first of its 2 values.',
      ],
      profiles: [
        {
          fields: ['?heartbeat: false'],
          name: 'Gemini Market Data Websocket API//v1/marketdata/{symbol}',
          url: 'wss://api.gemini.com/v1/marketdata/btcusd',
        },
      ],
    });
  });

  it('fills in the variables of the server, and leaves credentials to be filled in', async () => {
    expect(await importText(SECURED_2)).toEqual({
      formats: ['AsyncAPI description'],
      leftBehind: [
        'servers.events: The server “events” speaks kafka, not WebSocket.',
        'channels.rooms/{room}.bindings.ws.method: It asks for a handshake with POST: only GET opens a WebSocket (RFC 6455 section 4.1).',
        'servers.production.security: It names several ways to authenticate: the first was taken.',
        'channels.rooms/{room}.publish.message.oneOf[1]: It refers to messages.yaml#/other, which is not in this file.',
      ],
      profiles: [
        {
          fields: ['X-Tenant: {X-Tenant}', 'Authorization: [Bearer {token}]'],
          description: 'What is said in a room.\nOne connection a room.',
          message: 'text hello',
          name: 'Chat/rooms/{room}',
          saved: ['say', 'say 2', 'Shout'],
          toFillIn: [
            'room in the URL',
            'X-Tenant in the header X-Tenant',
            'token in the header Authorization',
          ],
          url: 'wss://chat.example.com:8443/v1/rooms/{room}',
        },
      ],
    });
  });
});
