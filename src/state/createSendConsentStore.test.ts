import { describe, expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import { createSendConsentStore } from './createSendConsentStore.ts';

function storageOf(text: string | null = null) {
  const items = new Map(text === null ? [] : [['postern.sent-variables', text]]);
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

const question = (names: readonly string[], way: string, afterwards = () => {}) => ({
  profile: newProfile('team:p', 0),
  origin: 'team' as const,
  names,
  destination: 'wss://a.example',
  way,
  afterwards,
});

describe('createSendConsentStore', () => {
  it('asks for no name twice that was let go this way, in a later page neither', () => {
    const storage = storageOf();
    const { actions } = createSendConsentStore(storage).getState();
    expect(actions.undecided(['key', 'token'], 'here')).toEqual(['key', 'token']);
    actions.ask(question(['key'], 'here'));
    actions.agree();
    const later = createSendConsentStore(storage).getState().actions;
    expect(later.undecided(['key', 'token'], 'here')).toEqual(['token']);
    expect(later.undecided(['key'], 'there')).toEqual(['key']);
  });

  it('goes on with what had to wait, once and only where the person agrees', () => {
    let runs = 0;
    const store = createSendConsentStore(storageOf());
    const { actions } = store.getState();
    actions.ask(question(['key'], 'here', () => (runs += 1)));
    actions.close();
    actions.agree();
    expect(runs).toBe(0);
    expect(actions.undecided(['key'], 'here')).toEqual(['key']);
    actions.ask(question(['key'], 'here', () => (runs += 1)));
    actions.agree();
    expect(runs).toBe(1);
    expect(store.getState().asked).toBeNull();
  });

  it('keeps the latest 500', () => {
    const storage = storageOf();
    const { actions } = createSendConsentStore(storage).getState();
    const names = Array.from({ length: 501 }, (_, index) => `v${index}`);
    actions.ask(question(names, 'here'));
    actions.agree();
    expect(actions.undecided(names, 'here')).toEqual(['v0']);
  });

  it.each(['nonsense', '{"a":1}', '[1]'])('starts afresh where %s is stored', (text) => {
    const { actions } = createSendConsentStore(storageOf(text)).getState();
    expect(actions.undecided(['key'], 'here')).toEqual(['key']);
    actions.ask(question(['key'], 'here'));
    actions.agree();
    expect(actions.undecided(['key'], 'here')).toEqual([]);
  });

  it('remembers until the reload where nothing can be stored', () => {
    const refuse = () => {
      throw new Error('QuotaExceededError');
    };
    const { actions } = createSendConsentStore({ getItem: () => null, setItem: refuse }).getState();
    actions.ask(question(['key'], 'here'));
    actions.agree();
    expect(actions.undecided(['key'], 'here')).toEqual([]);
  });
});
