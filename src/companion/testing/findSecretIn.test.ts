import { describe, expect, it } from 'vitest';
import { findSecretIn } from './findSecretIn.ts';

const SECRET = 'k+7/Q=&"é9xV2';

describe('findSecretIn', () => {
  it.each([
    ['as it is', `apikey: ${SECRET};`, 'plain'],
    ['percent-encoded as a component', `?k=${encodeURIComponent(SECRET)}&x=1`, 'decoded'],
    ['percent-encoded in lower case', 'k%2b7%2fQ%3d%26%22%c3%a99xV2', 'decoded'],
    ['percent-encoded where a query must', '?k=k+7/Q=%26%22%C3%A99xV2', 'decoded'],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(SECRET)), 'decoded'],
    ['in JSON', JSON.stringify({ key: SECRET }), 'decoded'],
    ['in JSON in JSON', JSON.stringify(JSON.stringify({ key: SECRET })), 'decoded'],
    ['in JSON with every character escaped that can be', 'k+7\\/Q=\\u0026\\u0022\\u00e99xV2', 'decoded'],
    ['in HTML or XML', 'k+7/Q=&amp;&quot;&#233;9xV2', 'decoded'],
    ['in HTML by its hexadecimal number', 'k+7/Q=&#x26;&#x22;&#xE9;9xV2', 'decoded'],
    ['percent-encoded in JSON', JSON.stringify(`/?u="${encodeURIComponent(SECRET)}"`), 'decoded'],
    ['in hex', Buffer.from(SECRET).toString('hex'), 'hex of the plain form'],
    ['in capital hex', Buffer.from(SECRET).toString('hex').toUpperCase(), 'hex of the plain form'],
  ])('finds a secret %s', (_name, text, form) => {
    expect(findSecretIn(text, SECRET)).toContain(form);
  });

  it.each([0, 1, 2, 3, 4])('finds it in base64 behind %i bytes, whatever follows', (before) => {
    for (const after of ['', '.', '::', 'abc']) {
      const bytes = Buffer.from(`${'x'.repeat(before)}${SECRET}${after}`);
      expect(findSecretIn(`Basic ${bytes.toString('base64')}`, SECRET)).toContain('base64 of the plain form');
      expect(findSecretIn(bytes.toString('base64url'), SECRET)).toContain('base64url of the plain form');
    }
  });

  it.each([
    ['URL', encodeURIComponent(SECRET)],
    ['query', 'k+7/Q=%26%22%C3%A99xV2'],
    ['path', 'k+7/Q=&%22%C3%A99xV2'],
    ['JSON', JSON.stringify(SECRET).slice(1, -1)],
  ])('finds its %s form in base64', (name, spelling) => {
    const text = Buffer.from(`a ${spelling} b`).toString('base64');
    expect(findSecretIn(text, SECRET)).toContain(`base64 of the ${name} form`);
  });

  it('finds base64 whose own characters are percent-encoded', () => {
    const text = encodeURIComponent(Buffer.from('?~>?~>?~>').toString('base64'));
    expect(findSecretIn(text, '?~>?~>?~>')).toContain('base64 of the plain form');
  });

  it.each(['', 'apikey: •••', 'k+7/Q=', Buffer.from('nothing of the kind').toString('base64')])(
    'finds nothing in %j',
    (text) => {
      expect(findSecretIn(text, SECRET)).toEqual([]);
    },
  );

  it('refuses to look for nothing', () => {
    expect(() => findSecretIn('text', '')).toThrow('An empty secret is found everywhere.');
  });
});
