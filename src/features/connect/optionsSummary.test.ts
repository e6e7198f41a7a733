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
  expect(optionsSummary({ origin: 'https://app.example', options })).toBe(
    'certificate NOT verified · no permessage-deflate · Origin https://app.example · server name gw.example · no proxy · own time limits',
  );
});
