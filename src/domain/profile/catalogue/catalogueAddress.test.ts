import { describe, expect, it } from 'vitest';
import { readCatalogueAddress } from './catalogueAddress.ts';

const PAGE = 'http://127.0.0.1:4100/?profiles=x';

describe('readCatalogueAddress', () => {
  it.each([
    [
      'https://example.org/team.json#top',
      { url: 'https://example.org/team.json', site: 'example.org', isOwnSite: false },
    ],
    [
      '//example.org:8443/t',
      { url: 'http://example.org:8443/t', site: 'example.org:8443', isOwnSite: false },
    ],
    ['team.json', { url: 'http://127.0.0.1:4100/team.json', site: '127.0.0.1:4100', isOwnSite: true }],
    [
      '/a/team.json?v=2',
      { url: 'http://127.0.0.1:4100/a/team.json?v=2', site: '127.0.0.1:4100', isOwnSite: true },
    ],
    // Another port is another site.
    ['http://127.0.0.1:4101/t', { url: 'http://127.0.0.1:4101/t', site: '127.0.0.1:4101', isOwnSite: false }],
  ])('finds %s', (text, address) => {
    expect(readCatalogueAddress(text, PAGE)).toEqual({ ok: true, address });
  });

  it.each([
    ['', /is no URL/],
    ['https://a b/', /is no URL/],
    ['javascript:alert(1)', /begins with javascript:, where http: or https: is needed/],
    ['file:///etc/passwd', /begins with file:/],
    ['data:application/json,{}', /begins with data:/],
    ['https://me:secret@example.org/', /holds a user name or password/],
  ])('refuses %j', (text, message) => {
    const reading = readCatalogueAddress(text, PAGE);
    expect(reading).toEqual({ ok: false, message: expect.stringMatching(message) });
    expect(JSON.stringify(reading)).not.toContain('secret@');
  });
});
