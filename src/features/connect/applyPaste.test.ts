import { describe, expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import type { Field } from '#domain/profile/profile.ts';
import { readPaste } from '#domain/profile/readPaste.ts';
import { applyPaste } from './applyPaste.ts';

const field = (name: string): Field => ({
  id: name,
  name,
  value: { kind: 'text', text: '1' },
  isEnabled: true,
});

const PROFILE = newProfile('p1', 0, {
  url: 'wss://one.example/a',
  parameters: [field('apikey')],
  headers: [field('X-Team')],
  origin: 'https://app.example',
});

function paste(text: string) {
  const reading = readPaste(text, () => 'new');
  if (reading.kind === 'problem') throw new Error(reading.message);
  return applyPaste(PROFILE, reading.endpoint);
}

const names = (fields: readonly Field[]) => fields.map(({ name }) => name);

describe('applyPaste', () => {
  it('keeps parameters and headers when a URL of the same host brings none', () => {
    const changed = paste('wss://one.example/b');
    expect(changed.url).toBe('wss://one.example/b');
    expect(names(changed.parameters)).toEqual(['apikey']);
    expect(names(changed.headers)).toEqual(['X-Team']);
  });

  it('takes over the parameters of a URL in place of the old ones', () => {
    expect(names(paste('wss://one.example/b?room=7').parameters)).toEqual(['room']);
  });

  it('drops the credentials and the Origin of the old host when the host changes', () => {
    const changed = paste('wss://two.example/');
    expect(changed.parameters).toEqual([]);
    expect(changed.headers).toEqual([]);
    expect(changed.origin).toBe('');
  });
});
