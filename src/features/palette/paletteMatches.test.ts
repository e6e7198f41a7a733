import { describe, expect, it } from 'vitest';
import { paletteMatches } from './paletteMatches.ts';

const ITEMS = [
  { label: 'Disconnect', keywords: 'Connection' },
  { label: 'Contoso staging', keywords: 'wss://contoso.azure-api.net/' },
  { label: 'APIM: connect echo', keywords: 'Local gateways' },
  { label: 'Connect', keywords: 'Connection' },
  { label: 'Fabrikam', keywords: 'Azure API Management connect' },
];

const labels = (search: string, limit = 10) => paletteMatches(ITEMS, search, limit).map((item) => item.label);

describe('paletteMatches', () => {
  it('shows everything in order before anything is typed', () => {
    expect(labels('')).toEqual(ITEMS.map((item) => item.label));
    expect(labels(' ', 2)).toEqual(['Disconnect', 'Contoso staging']);
  });

  it('puts the beginning of a label before the beginning of a word before the rest', () => {
    expect(labels('connect')).toEqual(['Connect', 'APIM: connect echo', 'Disconnect', 'Fabrikam']);
  });

  it('needs every word, in whatever order', () => {
    expect(labels('staging contoso')).toEqual(['Contoso staging']);
    expect(labels('staging fabrikam')).toEqual([]);
  });

  it('finds no more than the limit', () => {
    expect(labels('con', 2)).toEqual(['Contoso staging', 'Connect']);
  });
});
