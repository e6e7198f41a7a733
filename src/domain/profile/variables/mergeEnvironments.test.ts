import { expect, it } from 'vitest';
import type { Environment } from '../environment.ts';
import { newProfile } from '../newProfile.ts';
import type { Field } from '../profile.ts';
import { environmentsFor } from './environmentsFor.ts';
import { lackingEnvironments, mergeEnvironments } from './mergeEnvironments.ts';

function row(name: string, text: string | null): Field {
  const value =
    text === null ? ({ kind: 'secret', secretId: 's1' } as const) : ({ kind: 'text', text } as const);
  return { id: name, name, value, isEnabled: true };
}

const STAGING: Environment = { id: 'a', name: 'Staging', variables: [row('host', 'mine'), row('key', null)] };

function countingIds(): () => string {
  let last = 0;
  return () => `new${(last += 1)}`;
}

it('mergeEnvironments adds what is lacking, and changes nothing that is here', () => {
  const theirs: readonly Environment[] = [
    {
      id: 'b',
      name: 'staging',
      variables: [row('host', 'theirs'), row('key', 'theirs'), row('room', 'lobby')],
    },
    { id: 'c', name: 'Production', variables: [row('key', null)] },
  ];
  expect(mergeEnvironments([STAGING], theirs, countingIds())).toEqual([
    { ...STAGING, variables: [...STAGING.variables, { ...row('room', 'lobby'), id: 'new1' }] },
    {
      id: 'c',
      name: 'Production',
      variables: [{ ...row('key', null), id: 'new2', value: { kind: 'secret', secretId: 'new3' } }],
    },
  ]);
});

it('mergeEnvironments gives back the very environments that lack nothing', () => {
  const [merged] = mergeEnvironments(
    [STAGING],
    [{ ...STAGING, variables: [row('host', 'x')] }],
    countingIds(),
  );
  expect(merged).toBe(STAGING);
});

it('environmentsFor takes what the profiles name, and what that names', () => {
  const environments: readonly Environment[] = [
    { id: 'a', name: 'A', variables: [row('url', 'wss://{{host}}'), row('host', 'h'), row('other', 'x')] },
    { id: 'b', name: 'B', variables: [row('other', 'x')] },
    { id: 'c', name: 'C', variables: [row('user', null)] },
  ];
  const profile = newProfile('p', 0, {
    url: '{{url}}/chat',
    messages: [{ id: 'm', name: 'Hello', mode: 'text', text: '{{user}} {{$uuid}}', binaryEncoding: 'hex' }],
  });
  expect(environmentsFor([profile], environments)).toEqual([
    { id: 'a', name: 'A', variables: [row('url', 'wss://{{host}}'), row('host', 'h')] },
    { id: 'c', name: 'C', variables: [row('user', null)] },
  ]);
});

it('lackingEnvironments is what a merge would add, and nothing after it', () => {
  const theirs: readonly Environment[] = [
    { id: 'b', name: 'staging', variables: [row('host', 'theirs'), row('room', 'lobby')] },
    { id: 'a', name: 'Renamed', variables: [row('key', null)] },
    { id: 'c', name: 'Production', variables: [row('key', null)] },
    { id: 'd', name: 'Empty', variables: [] },
  ];
  const lacking = lackingEnvironments([STAGING], theirs);
  expect(lacking.map(({ name, variables }) => [name, variables.map((variable) => variable.name)])).toEqual([
    ['staging', ['room']],
    ['Production', ['key']],
  ]);
  expect(lackingEnvironments(mergeEnvironments([STAGING], theirs, countingIds()), theirs)).toEqual([]);
});
