import { describe, expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import { NO_VARIABLES } from '#domain/profile/variables/variableLookup.ts';
import { profileCode } from './profileCode.ts';

const PROFILE = newProfile('p', 0, {
  url: 'wss://gateway.example/chat',
  parameters: [{ id: '1', name: 'apikey', value: { kind: 'secret', secretId: 's' }, isEnabled: true }],
});

describe('profileCode', () => {
  it('has variables in place of secrets', () => {
    const choice = { target: 'wscat', includesSecrets: false } as const;
    expect(
      profileCode(
        { profile: PROFILE, secrets: { s: 'k3y1' }, problems: [], missing: [] },
        [],
        null,
        NO_VARIABLES,
        choice,
      ),
    ).toEqual({
      kind: 'code',
      text: 'wscat --connect "wss://gateway.example/chat?apikey=${POSTERN_APIKEY:?}"\n',
      variables: ['POSTERN_APIKEY'],
      hasSecrets: true,
    });
  });

  it('has the secrets when they are asked for', () => {
    const choice = { target: 'wscat', includesSecrets: true } as const;
    expect(
      profileCode(
        { profile: PROFILE, secrets: { s: 'k3y1' }, problems: [], missing: [] },
        [],
        null,
        NO_VARIABLES,
        choice,
      ),
    ).toEqual({
      kind: 'code',
      text: "wscat --connect 'wss://gateway.example/chat?apikey=k3y1'\n",
      variables: [],
      hasSecrets: true,
    });
  });

  it('says why there is none', () => {
    const choice = { target: 'wscat', includesSecrets: false } as const;
    expect(
      profileCode(
        { profile: { ...PROFILE, url: '' }, secrets: {}, problems: [], missing: [] },
        [],
        null,
        NO_VARIABLES,
        choice,
      ),
    ).toEqual({
      kind: 'problems',
      messages: ['Enter the gateway’s URL, for example wss://gateway.example.com/chat.'],
    });
  });
});
