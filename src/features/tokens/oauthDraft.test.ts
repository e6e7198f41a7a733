import { describe, expect, it } from 'vitest';
import { oauthDraftOf, tokenSourceOf, warnOfPlace } from './oauthDraft.ts';

const newIds = () => {
  let last = 0;
  return () => `new${(last += 1)}`;
};
const EMPTY = oauthDraftOf(undefined, {}, 'companion');

describe('oauthDraftOf', () => {
  it('begins with the header, and with the query where a page opens the socket', () => {
    expect(EMPTY.place).toBe('header');
    expect(oauthDraftOf(undefined, {}, 'browser')).toMatchObject({
      place: 'query',
      parameterName: 'access_token',
    });
  });

  it('reads back what tokenSourceOf keeps', () => {
    const draft = { ...EMPTY, url: 'https://a/', clientId: 'c', clientSecret: 's', parameters: 'resource=r' };
    const { source, secrets } = tokenSourceOf(draft, undefined, newIds());
    expect(oauthDraftOf(source, secrets, 'companion')).toEqual(draft);
  });
});

describe('tokenSourceOf', () => {
  it('names its secrets and contains none', () => {
    const draft = { ...EMPTY, clientSecret: 'hush', parameters: 'password=hush' };
    const { source, secrets } = tokenSourceOf(draft, undefined, newIds());
    expect(JSON.stringify(source)).not.toContain('hush');
    expect(Object.values(secrets)).toEqual(['hush', 'password=hush']);
  });

  it('keeps the ids of an earlier source', () => {
    const first = tokenSourceOf({ ...EMPTY, clientSecret: 'one' }, undefined, newIds());
    const second = tokenSourceOf({ ...EMPTY, clientSecret: 'two' }, first.source, newIds());
    expect(second.source).toEqual(first.source);
    expect(Object.keys(second.secrets)).toEqual(Object.keys(first.secrets));
  });
});

describe('warnOfPlace', () => {
  it('warns of a header in the Browser transport only', () => {
    expect(warnOfPlace(EMPTY, 'browser', 'aws')).toContain('authorizer');
    expect(warnOfPlace(EMPTY, 'companion', 'aws')).toBeNull();
    expect(warnOfPlace({ ...EMPTY, place: 'query' }, 'browser', 'aws')).toBeNull();
  });
});
