import { expect, it } from 'vitest';
import { mergeFields } from './mergeFields.ts';

const BASE = { name: 'Echo', url: 'wss://a', parameters: [{ id: '1' }] };

it('takes the fields that either side has changed', () => {
  const mine = { ...BASE, name: 'Mine' };
  const theirs = { ...BASE, parameters: [{ id: '1' }, { id: '2' }] };
  expect(mergeFields(BASE, mine, theirs)).toEqual({ ...theirs, name: 'Mine' });
});

it('prefers mine where both have changed a field', () => {
  const mine = { ...BASE, url: 'wss://mine', name: 'Echo' };
  const theirs = { ...BASE, url: 'wss://theirs', name: 'Theirs' };
  expect(mergeFields(BASE, mine, theirs)).toEqual({ ...BASE, url: 'wss://mine', name: 'Theirs' });
});

it('keeps a field that only they have', () => {
  expect(mergeFields<object>(BASE, BASE, { ...BASE, colour: 'green' })).toEqual({ ...BASE, colour: 'green' });
});

it('takes away a field that either side has taken away, unless the other has changed it', () => {
  interface Record {
    readonly name: string;
    readonly colour?: string;
  }
  const base: Record = { name: 'Echo', colour: 'green' };
  const without: Record = { name: 'Echo' };
  expect(mergeFields<Record>(base, without, { ...base, name: 'Theirs' })).toEqual({ name: 'Theirs' });
  expect(mergeFields<Record>(base, { ...base, name: 'Mine' }, without)).toEqual({ name: 'Mine' });
  expect(mergeFields<Record>(base, { ...base, colour: 'red' }, without)).toEqual({
    name: 'Echo',
    colour: 'red',
  });
});
