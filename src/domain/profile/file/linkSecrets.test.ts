import { describe, expect, it } from 'vitest';
import { PLANTED_ENVIRONMENT, PLANTED_SECRETS, plantedProfile } from '../testing/plantedSecrets.ts';
import { formatLinkSecrets, parseLinkSecrets, placedSecrets } from './linkSecrets.ts';

const PLACED = placedSecrets(plantedProfile(), [PLANTED_ENVIRONMENT]);

describe('placedSecrets', () => {
  it('names every secret of a profile and of its variables, as the person knows them', () => {
    expect(PLACED.map(({ key, label }) => `${key}: ${label}`)).toEqual([
      'parameters/v/1: v',
      'parameters/access_token/1: access_token',
      'headers/x-anything/1: X-Anything',
      'headers/authorization/1: Authorization',
      'headers/x-basic/1: X-Basic',
      'clientKeyPem: Client key',
      'clientKeyPassphrase: Passphrase of the client key',
      'proxy: Proxy URL',
      'tokenSource/clientSecret: Client secret of the token',
      'tokenSource/parameters: Parameters of the token',
      'variables/e/subprotocol/1: {{subprotocol}} of Staging',
      'variables/e/message/1: {{message}} of Staging',
      'variables/e/savedMessage/1: {{savedMessage}} of Staging',
      'variables/e/path/1: {{path}} of Staging',
    ]);
  });

  it('has the values of all of them but the moment at which a token ends', () => {
    const { expiresAt: _expiresAt, ...rest } = PLANTED_SECRETS;
    const values = parseLinkSecrets(formatLinkSecrets(PLACED, PLANTED_SECRETS));
    expect([...(values ?? []).values()].toSorted()).toEqual(Object.values(rest).toSorted());
  });
});

describe('parseLinkSecrets', () => {
  it.each(['', '[]x', 'null', '["a"]', '{"headers/a/1":1}', '{"headers/a/1":{"b":"c"}}'])(
    'takes nothing of %s',
    (text) => {
      expect(parseLinkSecrets(text)).toBeNull();
    },
  );

  it('takes nothing that objects have by themselves', () => {
    expect(parseLinkSecrets('{"__proto__":"a","constructor":"b","proxy":"c"}')).toEqual(
      new Map([['proxy', 'c']]),
    );
  });
});
