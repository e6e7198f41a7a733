import { describe, expect, it } from 'vitest';
import { readCatalogueAddress } from '#domain/profile/catalogue/catalogueAddress.ts';
import { createCatalogueStore } from './createCatalogueStore.ts';

function memory(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
    kept: () => kept,
  };
}

function open(text: string, storage = memory()) {
  return createCatalogueStore(readCatalogueAddress(text, 'http://127.0.0.1:4100/'), storage);
}

const consentOf = (store: ReturnType<typeof open>) => store.getState().consent;

describe('createCatalogueStore', () => {
  it('asks before another site, and not before its own', () => {
    expect(consentOf(open('https://example.org/team.json'))).toBe('undecided');
    expect(consentOf(open('/team.json'))).toBe('agreed');
  });

  it('remembers an agreement for one URL, until it is taken back', () => {
    const storage = memory();
    open('https://example.org/team.json', storage).getState().actions.agree();
    expect(consentOf(open('https://example.org/team.json#x', storage))).toBe('agreed');
    expect(consentOf(open('https://example.org/other.json', storage))).toBe('undecided');
    const again = open('https://example.org/team.json', storage);
    again.getState().actions.decline();
    expect(consentOf(again)).toBe('declined');
    expect(consentOf(open('https://example.org/team.json', storage))).toBe('undecided');
  });

  it('keeps the agreements to other catalogues, the oldest of many apart', () => {
    const urls = Array.from({ length: 50 }, (_, index) => `https://example.org/${index}`);
    const storage = memory(JSON.stringify(urls));
    open('https://example.org/new', storage).getState().actions.agree();
    expect(JSON.parse(storage.kept() ?? '')).toEqual(['https://example.org/new', ...urls.slice(0, 49)]);
  });

  it.each(['{', '"https://example.org/team.json"', '[7]'])('takes %s for no agreement', (text) => {
    expect(consentOf(open('https://example.org/team.json', memory(text)))).toBe('undecided');
  });
});
