import { expect, it } from 'vitest';
import { nearestName } from './nearestName.ts';

const NAMES = ['name', 'url', 'isEnabled', 'headers', 'environments', 'variables', 'tls', 'options'];

it.each([
  ['header', 'headers'],
  ['Headers', 'headers'],
  ['haeders', 'headers'],
  ['enviroments', 'environments'],
  ['environment', 'environments'],
  ['env', 'environments'],
  ['vars', 'variables'],
  ['varibales', 'variables'],
  ['enabled', 'isEnabled'],
  ['is-enabled', 'isEnabled'],
  ['opts', 'options'],
  ['nmae', 'name'],
])('takes %s for %s', (name, meant) => {
  expect(nearestName(name, NAMES)).toBe(meant);
});

it.each([
  '',
  's',
  'is',
  'note',
  'owner',
  'tags',
  'uri',
  'colour',
  'x-url',
  'values',
  'e',
  'header'.repeat(7),
])('takes “%s” for none', (name) => {
  expect(nearestName(name, NAMES)).toBeNull();
});

it('knows only those that it is asked about', () => {
  expect(nearestName('header', ['url'])).toBeNull();
});
