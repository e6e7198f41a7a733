import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { offeredVariables } from './offeredVariables.ts';
import { OWN_VARIABLES } from './ownVariables.ts';
import { createVariables } from './variables.ts';

describe('offeredVariables', () => {
  it('offers what begins with POSTERN_, from the environment before the file', () => {
    const environment = { POSTERN_APIKEY: 'a', POSTERN_EMPTY: '', HOME: '/home/ada', MY_POSTERN_KEY: 'b' };
    const file = 'POSTERN_APIKEY=c\nPOSTERN_TOKEN="d e"\nAWS_SECRET_ACCESS_KEY=f\npostern_low=g\n';
    expect([...offeredVariables(createVariables(environment, file))]).toEqual([
      ['POSTERN_APIKEY', 'a'],
      ['POSTERN_TOKEN', 'd e'],
    ]);
  });

  it.each(Object.values(OWN_VARIABLES))('never offers %s, be it from the file', (name) => {
    expect(offeredVariables(createVariables({ [name]: 'x' }, `${name}=y`)).size).toBe(0);
  });
});

describe('OWN_VARIABLES', () => {
  it('has what the scripts that start Postern read and set', () => {
    const folder = new URL('../launch/', import.meta.url);
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
    const texts = scripts.map((name) => readFileSync(new URL(name, folder), 'utf8'));
    const used = new Set(texts.join('\n').match(/\bPOSTERN_[A-Z_]+/g));
    expect([...used].toSorted()).toEqual([
      OWN_VARIABLES.arguments,
      OWN_VARIABLES.chromium,
      OWN_VARIABLES.headlessShell,
    ]);
  });
});
