import { describe, expect, it } from 'vitest';
import { CallProblem } from './callProblem.ts';
import { fillPlaceholders, hasPlaceholder } from './fillPlaceholders.ts';
import { createVariables } from '../environment/variables.ts';

const variables = createVariables(
  { POSTERN_KEY: 'k1', KEY: 'k2', TOKEN: 't', EMPTY: '' },
  'FILE=f\nTOKEN=other',
);

describe('fillPlaceholders', () => {
  it.each([
    ['Bearer ${TOKEN}', 'Bearer t', ['t']],
    ['${KEY}${FILE}', 'k1f', ['k1', 'f']],
    ['$${KEY} $KEY ${} ${a-b}', '${KEY} $KEY ${} ${a-b}', []],
  ])('fills %s', (text, filled, values) => {
    expect(fillPlaceholders(text, variables)).toEqual({ text: filled, values });
  });

  it('does not fill in what a value holds', () => {
    expect(fillPlaceholders('${A}', new Map([['A', '${B}']])).text).toBe('${B}');
  });

  it.each(['EMPTY', 'toString'])('says that %s has no value', (name) => {
    expect(() => fillPlaceholders(`\${${name}}`, variables)).toThrow(
      new CallProblem(
        `\${${name}} has no value: set the variable POSTERN_${name} or ${name}, or write it into an --env-file.`,
      ),
    );
  });
});

it.each([
  ['${KEY}', true],
  ['$${KEY}', false],
  ['$KEY', false],
])('hasPlaceholder(%s) is %s', (text, expected) => {
  expect(hasPlaceholder(text)).toBe(expected);
});
