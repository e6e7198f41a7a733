import { describe, expect, it } from 'vitest';
import type { Environment } from '../environment.ts';
import { PREVIEW_SOURCES, withDynamic } from './dynamicVariables.ts';
import { fillText, hasVariable, variableNames } from './fillText.ts';
import { lookupIn, NO_VARIABLES } from './variableLookup.ts';

const VALUES: Readonly<Record<string, { text: string; isSecret: boolean }>> = {
  host: { text: 'staging.example.com', isSecret: false },
  key: { text: 'k-1', isSecret: true },
  url: { text: 'wss://{{host}}/echo', isSecret: false },
  header: { text: 'Bearer {{key}}', isSecret: false },
  loop: { text: '{{loop}}!', isSecret: false },
  twice: { text: '{{twice}}{{twice}}', isSecret: false },
  $1: { text: '$&', isSecret: false },
};
const lookup = (name: string) => VALUES[name] ?? null;

describe('fillText', () => {
  it.each([
    ['nothing to fill in', 'nothing to fill in'],
    ['wss://{{host}}/', 'wss://staging.example.com/'],
    ['{{ host }} and {{host}}', 'staging.example.com and staging.example.com'],
    ['{{url}}', 'wss://staging.example.com/echo'],
    ['{"a":{"b":{}}}', '{"a":{"b":{}}}'],
    ['{{"no": "variable"}}', '{{"no": "variable"}}'],
    ['{{a b}} {{}} {{ {host} }}', '{{a b}} {{}} {{ {host} }}'],
    [String.raw`\{{host}} is {{host}}`, '{{host}} is staging.example.com'],
    ['{{$1}}', '$&'],
    ['{"n":{{host}}}', '{"n":staging.example.com}'],
  ])('makes of %j %j', (text, filled) => {
    expect(fillText(text, lookup)).toEqual({ text: filled, missing: [], hasSecret: false });
  });

  it('says that a secret stands in it, also by way of another variable', () => {
    expect(fillText('{{header}}', lookup)).toEqual({ text: 'Bearer k-1', missing: [], hasSecret: true });
  });

  it('leaves a variable without a value as it is written, and names it once', () => {
    expect(fillText('{{ id }} {{id}} {{größe}} {{host}}', lookup)).toEqual({
      text: '{{ id }} {{id}} {{größe}} staging.example.com',
      missing: ['id', 'größe'],
      hasSecret: false,
    });
  });

  it('comes to an end with a variable that names itself', () => {
    expect(fillText('{{loop}}', lookup)).toEqual({
      text: '{{loop}}!!!!!!!!!!',
      missing: ['loop'],
      hasSecret: false,
    });
    const { text, missing } = fillText('{{twice}}', lookup);
    expect(missing).toEqual(['twice']);
    expect(text.length).toBeLessThan(64 * 1024);
  });
});

describe('withDynamic', () => {
  it('makes a value at each place', () => {
    let count = 0;
    const sources = {
      now: () => Date.UTC(2026, 0, 31, 9, 30),
      random: () => 0.999_999,
      uuid: () => `uuid-${(count += 1)}`,
    };
    const text = '{{$uuid}} {{$uuid}} {{$timestamp}} {{$isoTime}} {{$randomInt}} {{$other}}';
    expect(fillText(text, withDynamic(NO_VARIABLES, sources))).toEqual({
      text: 'uuid-1 uuid-2 1769851800 2026-01-31T09:30:00.000Z 1000 {{$other}}',
      missing: ['$other'],
      hasSecret: false,
    });
  });

  it('takes nothing for a variable that every object has', () => {
    expect(fillText('{{toString}}', withDynamic(NO_VARIABLES, PREVIEW_SOURCES)).missing).toEqual([
      'toString',
    ]);
  });
});

describe('lookupIn', () => {
  const row = (name: string, text: string, isEnabled = true) =>
    ({ id: `${name} ${text}`, name, value: { kind: 'text', text }, isEnabled }) as const;
  const staging: Environment = {
    id: 's',
    name: 'Staging',
    variables: [
      row('host', 'staging'),
      row('off', 'x', false),
      { id: 'k', name: 'key', value: { kind: 'secret', secretId: '1' }, isEnabled: true },
    ],
  };
  const shared: Environment = {
    id: 'shared',
    name: 'All environments',
    variables: [row('host', 'localhost'), row('path', '/a'), row('path', '/b'), row('off', 'shared')],
  };

  it('prefers the first environment, and the last of two rows', () => {
    const find = lookupIn([staging, shared], { '1': 'k-1' });
    expect(find('host')).toEqual({ text: 'staging', isSecret: false });
    expect(find('path')).toEqual({ text: '/b', isSecret: false });
    expect(find('off')).toEqual({ text: 'shared', isSecret: false });
    expect(find('key')).toEqual({ text: 'k-1', isSecret: true });
    expect(find('toString')).toBeNull();
  });
});

it('hasVariable and variableNames tell variables from other braces', () => {
  expect(hasVariable('{{"a":1}}')).toBe(false);
  expect(hasVariable('a {{b}}')).toBe(true);
  expect(variableNames(String.raw`{{a}} {{ b }} {{a}} \{{c}} {{$uuid}}`)).toEqual(['a', 'b', '$uuid']);
});
