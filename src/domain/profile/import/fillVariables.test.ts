import { describe, expect, it } from 'vitest';
import { fillVariables } from './fillVariables.ts';
import { MAX_FILLED_LENGTH } from './importLimits.ts';
import type { VariableSyntax } from './requestDraft.ts';

const VALUES: Readonly<Record<string, string>> = {
  host: 'a.example',
  url: 'wss://{{host}}/{{room}}',
  room: 'one',
  'api.key': 'k',
  self: '{{self}}',
  other: '{{another}}',
  another: '{{other}}',
  bomb: '{{bomb}}{{bomb}}',
};

function find(name: string) {
  const value = VALUES[name];
  return value === undefined ? undefined : { value, isSecret: name === 'api.key' };
}

describe('fillVariables', () => {
  it.each<[string, VariableSyntax, string, readonly string[]]>([
    ['wss://{{host}}/x', 'braces', 'wss://a.example/x', []],
    ['{{ url }}', 'braces', 'wss://a.example/one', []],
    ['{{gone}}/{{ gone }}', 'braces', '{{gone}}/{{ gone }}', ['gone']],
    ['{{ _.host }}{{ room }}', 'underscore', 'a.exampleone', []],
    ["{{ _['host'] }}", 'underscore', 'a.example', []],
    ["{% uuid 'v4' %}", 'underscore', "{% uuid 'v4' %}", ["{% uuid 'v4' %}"]],
    ['<<host>>', 'angles', 'a.example', []],
    ['/{room}/{x-y}', 'curly', '/one/{x-y}', ['x-y']],
    ['{"room":"{room}"}', 'curly', '{"room":"one"}', []],
    ['{{host}}', 'none', '{{host}}', []],
    ['{{self}}', 'braces', '{{self}}', ['self']],
  ])('fills %s in the syntax of %s', (text, syntax, filled, missing) => {
    expect(fillVariables(text, syntax, find)).toEqual({ text: filled, missing, isSecret: false });
  });

  it('says that a secret stands in the text', () => {
    expect(fillVariables('x {{api.key}}', 'braces', find)).toEqual({
      text: 'x k',
      missing: [],
      isSecret: true,
    });
  });

  it('ends with variables that stand for one another', () => {
    expect(fillVariables('{{other}}', 'braces', find).missing).toHaveLength(1);
  });

  it('grows no longer than a value can be', () => {
    expect(fillVariables('{{bomb}}'.repeat(1_000), 'braces', find).text.length).toBeLessThanOrEqual(
      MAX_FILLED_LENGTH,
    );
  });
});
