import { describe, expect, it } from 'vitest';
import type { Expectation } from '../expectation/expectation.ts';
import { changeMessage } from './changeMessage.ts';
import { newProfile } from './newProfile.ts';
import type { SavedMessage } from './profile.ts';

const saved = (id: string, name: string): SavedMessage => ({
  id,
  name,
  mode: 'json',
  text: '{}',
  binaryEncoding: 'hex',
});
const expectedAfter = (id: string, after: string): Expectation => ({
  kind: 'message',
  id,
  filter: 'x',
  withinMs: 1_000,
  after,
});
const OPENS: Expectation = { kind: 'opens', id: 'o', withinMs: 1_000 };
const PROFILE = newProfile('p', 0, {
  messages: [saved('a', 'Echo'), saved('b', 'Join')],
  expectations: [OPENS, expectedAfter('1', 'Echo'), expectedAfter('2', 'Join'), expectedAfter('3', '')],
});

describe('changeMessage', () => {
  it('takes what is expected after a message along to its new name', () => {
    expect(changeMessage(PROFILE, 'a', { name: 'Say' })).toEqual({
      ...PROFILE,
      messages: [saved('a', 'Say'), saved('b', 'Join')],
      expectations: [OPENS, expectedAfter('1', 'Say'), expectedAfter('2', 'Join'), expectedAfter('3', '')],
    });
  });

  it('changes nothing else of the profile with the text', () => {
    expect(changeMessage(PROFILE, 'b', { text: '[]' })).toEqual({
      ...PROFILE,
      messages: [saved('a', 'Echo'), { ...saved('b', 'Join'), text: '[]' }],
    });
  });

  it('makes no list of expectations where there is none', () => {
    const { expectations: _none, ...without } = PROFILE;
    expect(changeMessage(without, 'a', { name: 'Say' })).not.toHaveProperty('expectations');
  });
});
