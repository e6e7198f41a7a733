import { expect, it } from 'vitest';
import type { Environment } from '#domain/profile/environment.ts';
import { environmentsText } from './environmentsText.ts';

function environment(name: string, ...names: readonly string[]): Environment {
  const row = (variable: string) =>
    ({ id: variable, name: variable, value: { kind: 'text', text: '' }, isEnabled: true }) as const;
  return { id: name, name, variables: names.map(row) };
}

it('counts the variables that are new', () => {
  const own = [environment('Staging', 'host')];
  const theirs = [environment('Staging', 'host', 'key', 'room'), environment('Production', 'host')];
  expect(environmentsText(own, theirs)).toBe('Staging (2 variables), Production (1 variable)');
  expect(environmentsText(own, [environment('Staging', 'host')])).toBeNull();
});
