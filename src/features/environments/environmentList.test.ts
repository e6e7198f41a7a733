import { describe, expect, it } from 'vitest';
import {
  checkEnvironmentName,
  editableEnvironments,
  nameOfCopy,
  namedEnvironments,
} from './environmentList.ts';

const staging = { id: '1', name: 'Staging', variables: [] };
const production = { id: '2', name: 'production', variables: [] };
const shared = { id: 'shared', name: 'All environments', variables: [] };

describe('the list of environments', () => {
  it('is in the order of their names, the one for all first and not to be chosen', () => {
    const environments = { '1': staging, '2': production, shared };
    expect(namedEnvironments(environments)).toEqual([production, staging]);
    expect(editableEnvironments(environments)).toEqual([shared, production, staging]);
  });

  it('has the one for all before it is stored', () => {
    expect(editableEnvironments({})).toEqual([shared]);
  });
});

describe('checkEnvironmentName', () => {
  it.each([
    [' ', 'Enter a name, for example Staging.'],
    [' staging', 'There is an environment “staging” already.'],
    ['Stage', null],
  ])('says of %j: %j', (name, message) => {
    expect(checkEnvironmentName(name, [staging])).toBe(message);
  });
});

it('calls a second copy otherwise than the first', () => {
  const copy = { id: '3', name: 'Staging Copy', variables: [] };
  expect(nameOfCopy('Staging', [staging])).toBe('Staging copy');
  expect(nameOfCopy('Staging', [staging, copy])).toBe('Staging copy 2');
});
