import { expect, it } from 'vitest';
import { parseCheckArguments } from './parseCheckArguments.ts';
import { warnOfArguments } from './warnOfArguments.ts';

function placesIn(...args: readonly string[]): readonly (string | undefined)[] {
  const command = parseCheckArguments(args);
  if (command === 'help') throw new Error('These arguments ask for help.');
  return warnOfArguments(command).map((warning) => /\((.*?)\)/.exec(warning)?.[1]);
}

it.each([
  [['wss://h/?subscription-key=abc&x=1'], ['the parameter subscription-key']],
  [['wss://h/', '--header', 'Authorization: Bearer x'], ['the header Authorization']],
  [['wss://ann:pass@h/'], ['the URL’s password']],
  [['wss://h/', '--proxy', 'http://ann:pass@proxy:3128'], ['the proxy’s password']],
  [['wss://h/', '--subprotocol', 'eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln'], ['a subprotocol']],
  [['wss://h/', '--send', 'eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln'], ['the message']],
])('%j has a secret in %j', (args, places) => {
  expect(placesIn(...args)).toEqual(places);
});

it.each([
  [['wss://h/?subscription-key=${KEY}&x=1']],
  [['wss://h/', '--header', 'Authorization: Bearer ${TOKEN}']],
  [['wss://h/', '--header', 'X-Trace: 12']],
  [['wss://h/', '--proxy', 'http://ann:${PASS}@proxy:3128']],
  [['wss://h/', '--proxy', 'http://proxy:3128', '--send', '{"action":"echo"}', '--subprotocol', 'soap']],
  [['profiles.json']],
])('%j has none', (args) => {
  expect(placesIn(...args)).toEqual([]);
});
