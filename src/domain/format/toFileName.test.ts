import { expect, it } from 'vitest';
import { toFileName } from './toFileName.ts';

it.each([
  ['Contoso / staging', 'Contoso-staging'],
  ['größe.v2', 'größe.v2'],
  ['..', 'profiles'],
  ['', 'profiles'],
  ['a'.repeat(100), 'a'.repeat(80)],
])('%j is called %s', (text, name) => {
  expect(toFileName(text, 'profiles')).toBe(name);
});
