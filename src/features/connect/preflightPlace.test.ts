import { describe, expect, it } from 'vitest';
import { preflightPlace, preflightSummary } from './preflightPlace.ts';

describe('preflightSummary', () => {
  it.each([
    [0, 'Preflight: nothing to warn of'],
    [1, 'Preflight: 1 warning'],
    [2, 'Preflight: 2 warnings'],
  ])('of %i is “%s”', (count, text) => {
    expect(preflightSummary(count)).toBe(text);
  });
});

describe('preflightPlace', () => {
  it('names the row, and its table where there is none', () => {
    const warning = { at: 'parameters', fieldId: 'f1', message: 'm' } as const;
    expect(preflightPlace(warning, 'access_token')).toBe('access_token');
    expect(preflightPlace({ ...warning, fieldId: null }, null)).toBe('Query parameters');
  });
});
