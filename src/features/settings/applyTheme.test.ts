import { expect, it } from 'vitest';
import { nextTheme } from './applyTheme.ts';

it('goes from the system to light to dark and back to the system', () => {
  expect(nextTheme('system')).toBe('light');
  expect(nextTheme('light')).toBe('dark');
  expect(nextTheme('dark')).toBe('system');
});
