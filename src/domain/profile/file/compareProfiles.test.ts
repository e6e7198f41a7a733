import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newProfile } from '../newProfile.ts';
import type { Field, Profile } from '../profile.ts';
import { arbitraryPair } from '../testing/arbitraryProfile.ts';
import { compareProfiles } from './compareProfiles.ts';
import { formatProfilesFile } from './formatProfilesFile.ts';
import { updateProfile } from './updateProfile.ts';

function field(name: string, text: string | null, isEnabled = true): Field {
  const value =
    text === null ? ({ kind: 'secret', secretId: `s-${name}` } as const) : ({ kind: 'text', text } as const);
  return { id: name, name, value, isEnabled };
}

const MINE = newProfile('p', 1, {
  name: 'Chat',
  url: 'wss://mine.example/chat',
  parameters: [field('tenant', 'one'), field('apikey', null), field('gone', 'x')],
  headers: [field('a', '1'), field('b', '2')],
});

function lines(theirs: Partial<Profile>): readonly string[] {
  return compareProfiles(MINE, { ...MINE, ...theirs }).map(
    ({ part, before, after }) => `${part}: ${before ?? '-'} → ${after ?? '-'}`,
  );
}

describe('compareProfiles', () => {
  it('names what is expected in one of them, and takes none for none', () => {
    const expectations = [{ id: 'e1', kind: 'refused', status: 401 }] as const;
    expect(lines({ expectations })).toEqual(['Expectation Is refused with 401: - → judged']);
    expect(lines({ expectations: [] })).toEqual([]);
  });

  it('tells each part that differs, before and after, in words', () => {
    const { options } = MINE;
    expect(
      lines({
        url: 'wss://theirs.example/chat?token=hunter2',
        parameters: [field('tenant', 'two'), field('apikey', null, false), field('new', '')],
        subprotocols: [{ id: 's', value: 'chat.v1', isEnabled: true }],
        options: {
          ...options,
          offersCompression: false,
          limits: { ...options.limits, answerMs: 5_000 },
          proxy: { kind: 'url', url: { kind: 'secret', secretId: 'p' } },
        },
        keepAlive: { kind: 'ping', everyMs: 30_000 },
        reconnect: { kind: 'backoff', maxAttempts: 5, firstDelayMs: 500, maxDelayMs: 60_000 },
        messages: [{ id: 'm', name: 'Hello', mode: 'json', text: '{}', binaryEncoding: 'hex' }],
      }),
    ).toEqual([
      'URL: wss://mine.example/chat → wss://theirs.example/chat?token=•••',
      'Query parameter tenant: one → two',
      'Query parameter apikey: a secret → a secret, switched off',
      'Query parameter gone: x → -',
      'Compression: offered → not offered',
      'Time limit for the answer: 30 s → 5 s',
      'Proxy: as the environment says → one whose URL is a secret',
      'Keep-alive: off → a ping every 30 s',
      'Reconnection: off → at most 5 attempts, 500 ms to 1 min apart',
      'Query parameter new: - → empty',
      'Subprotocol chat.v1: - → offered',
      'Message Hello: - → {}',
    ]);
  });

  it('shows no value that may be a credential, and says that it is another', () => {
    const theirs = { ...MINE, parameters: [field('apikey', 'hunter2')] };
    expect(compareProfiles({ ...MINE, parameters: [field('apikey', 'hunter1')] }, theirs)).toEqual([
      { part: 'Query parameter apikey', before: '•••', after: '••• (another)' },
    ]);
  });

  it('tells one name that stands twice by its place', () => {
    expect(lines({ headers: [field('a', '1'), field('b', '2'), field('a', '3')] })).toEqual([
      'Header a (2): - → 3',
    ]);
  });

  it('sees another order, and what it does not know', () => {
    const more = { colour: 'green' };
    expect(lines({ headers: MINE.headers.toReversed(), ...more })).toEqual([
      '“colour”: - → something that this Postern does not know',
      'Order of the headers: a, b → b, a',
    ]);
  });

  it('is empty for what a file says the same of, and for nothing else', () => {
    let same = 0;
    fc.assert(
      fc.property(arbitraryPair, ([one, other]) => {
        const isSame = formatProfilesFile([one]) === formatProfilesFile([other]);
        if (isSame) same += 1;
        expect(compareProfiles(one, other).length === 0).toBe(isSame);
      }),
      { numRuns: 150 },
    );
    expect(same).toBeGreaterThan(0);
    expect(same).toBeLessThan(150);
  });

  it('is empty once the one is updated to the other', () => {
    fc.assert(
      fc.property(arbitraryPair, fc.boolean(), ([mine, theirs], keepsSecrets) => {
        const updated = updateProfile(mine, theirs, keepsSecrets);
        expect(compareProfiles(updated, theirs)).toEqual([]);
        expect(updated.id).toBe(mine.id);
      }),
      { numRuns: 50 },
    );
  });
});
