import { expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import { optionsSummary } from './optionsSummary.ts';

const PROFILE = newProfile('p1', 0);

it('says the two facts that always hold when nothing else is set', () => {
  expect(optionsSummary(PROFILE)).toBe('certificate verified · permessage-deflate offered');
});

it('names everything that differs from usual', () => {
  const options = {
    ...PROFILE.options,
    offersCompression: false,
    tls: { ...PROFILE.options.tls, verifiesCertificate: false, serverName: 'gw.example' },
    limits: { ...PROFILE.options.limits, tcpMs: 1 },
    proxy: { kind: 'none' } as const,
  };
  expect(optionsSummary({ ...PROFILE, origin: 'https://app.example', options })).toBe(
    'certificate NOT verified · no permessage-deflate · Origin https://app.example · server name gw.example · no proxy · own time limits',
  );
});

it('says what keeps the connection alive, and that it is opened again', () => {
  const reconnect = { kind: 'backoff', maxAttempts: 5, firstDelayMs: 1_000, maxDelayMs: 30_000 } as const;
  const keepAlive = { kind: 'ping', everyMs: 30_000 } as const;
  expect(optionsSummary({ ...PROFILE, keepAlive, reconnect })).toMatch(
    / · Ping every 30 s · reconnects, 5 attempts$/,
  );
  expect(
    optionsSummary({ ...PROFILE, keepAlive: { kind: 'message', everyMs: 300_000, text: '{}' } }),
  ).toMatch(/ · a text every 5 min$/);
});

it('counts what is expected', () => {
  const opens = { id: 'e1', kind: 'opens', withinMs: 2_000 } as const;
  expect(optionsSummary({ ...PROFILE, expectations: [opens] })).toMatch(/ · 1 expectation$/);
  expect(optionsSummary({ ...PROFILE, expectations: [opens, opens] })).toMatch(/ · 2 expectations$/);
});
