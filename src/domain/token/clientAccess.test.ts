import { describe, expect, it } from 'vitest';
import {
  checkHubName,
  checkLifetime,
  clientClaims,
  clientUrlOf,
  readNames,
  type ClientAccess,
} from './clientAccess.ts';

const CONNECTION = { endpoint: 'https://contoso.webpubsub.azure.com', accessKey: 'c2VjcmV0' };
const PLAIN: ClientAccess = {
  hub: 'chat',
  userId: '',
  joinLeave: { kind: 'none' },
  sendTo: { kind: 'none' },
  groups: [],
  lifetimeMinutes: 60,
};

describe('clientClaims', () => {
  it('says audience and lifetime, and nothing that was not asked for', () => {
    expect(JSON.parse(JSON.stringify(clientClaims(CONNECTION, PLAIN, 1_700_000_000_999)))).toEqual({
      aud: 'https://contoso.webpubsub.azure.com/client/hubs/chat',
      iat: 1_700_000_000,
      exp: 1_700_003_600,
    });
  });

  it('names the user, the roles, for all groups or for some, and the groups joined at the start', () => {
    const access: ClientAccess = {
      ...PLAIN,
      userId: 'alice',
      joinLeave: { kind: 'any' },
      sendTo: { kind: 'some', groups: ['red', 'blue'] },
      groups: ['red'],
    };
    expect(clientClaims(CONNECTION, access, 0)).toMatchObject({
      sub: 'alice',
      role: ['webpubsub.joinLeaveGroup', 'webpubsub.sendToGroup.red', 'webpubsub.sendToGroup.blue'],
      'webpubsub.group': ['red'],
    });
  });
});

describe('clientUrlOf', () => {
  it.each([
    ['https://contoso.webpubsub.azure.com', 'wss://contoso.webpubsub.azure.com/client/hubs/chat'],
    ['http://127.0.0.1:4111', 'ws://127.0.0.1:4111/client/hubs/chat'],
  ])('of %s is %s', (endpoint, url) => {
    expect(clientUrlOf({ ...CONNECTION, endpoint }, 'chat')).toBe(url);
  });
});

describe('checkHubName', () => {
  it.each(['chat', 'Chat_1', 'a.b'])('takes %s', (hub) => {
    expect(checkHubName(hub)).toBeNull();
  });
  it.each(['', '1chat', 'a/b', 'a b', 'x'.repeat(129)])('refuses “%s”', (hub) => {
    expect(checkHubName(hub)).not.toBeNull();
  });
});

describe('checkLifetime', () => {
  it.each([1, 60, 525_600])('takes %d', (minutes) => {
    expect(checkLifetime(minutes)).toBeNull();
  });
  it.each([0, -5, 1.5, Number.NaN, 525_601])('refuses %d', (minutes) => {
    expect(checkLifetime(minutes)).toContain('from 1 to 525600');
  });
});

describe('readNames', () => {
  it('reads commas and lines, once each', () => {
    expect(readNames(' red, blue\nred,,\n')).toEqual(['red', 'blue']);
  });
});
