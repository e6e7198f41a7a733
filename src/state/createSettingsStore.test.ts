import { describe, expect, it } from 'vitest';
import { DEFAULT_BUDGETS } from '#domain/transcript/retention.ts';
import { createSettingsStore, isRememberingSecrets } from './createSettingsStore.ts';

function storageOf(text: string | null) {
  const items = new Map(text === null ? [] : [['postern.settings', text]]);
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

describe('createSettingsStore', () => {
  it('follows the system and keeps Enter for line breaks at first', () => {
    const { theme, isEnterSending } = createSettingsStore({ storage: storageOf(null) }).getState();
    expect({ theme, isEnterSending }).toEqual({ theme: 'system', isEnterSending: false });
  });

  it('finds again what was set', () => {
    const storage = storageOf(null);
    createSettingsStore({ storage }).getState().actions.setTheme('dark');
    createSettingsStore({ storage }).getState().actions.setEnterSending(true);
    const { theme, isEnterSending } = createSettingsStore({ storage }).getState();
    expect({ theme, isEnterSending }).toEqual({ theme: 'dark', isEnterSending: true });
  });

  it.each([
    ['{"theme":"pink","isEnterSending":true}', 'system', true],
    ['{"theme":"dark"}', 'dark', false],
    ['[', 'system', false],
    ['7', 'system', false],
  ])('reads %s as %s, %s', (text, theme, isEnterSending) => {
    expect(createSettingsStore({ storage: storageOf(text) }).getState()).toMatchObject({
      theme,
      isEnterSending,
    });
  });

  it('goes on without a storage that refuses', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const store = createSettingsStore({ storage: { getItem: refuse, setItem: refuse } });
    store.getState().actions.setTheme('light');
    expect(store.getState().theme).toBe('light');
  });

  it('keeps the budgets of logs, and takes the usual ones for what is none', () => {
    const storage = storageOf(null);
    const budgets = { memoryBytes: 64_000_000, diskBytes: 0, allLogsBytes: 1_000_000_000 };
    createSettingsStore({ storage }).getState().actions.setBudgets(budgets);
    expect(createSettingsStore({ storage }).getState().budgets).toEqual(budgets);
    const spoilt = storageOf('{"budgets":{"memoryBytes":-1,"diskBytes":0,"allLogsBytes":0}}');
    expect(createSettingsStore({ storage: spoilt }).getState().budgets).toEqual(DEFAULT_BUDGETS);
  });

  it('stores no secret as soon as one tab wants none stored, and no other setting of another tab undoes that', () => {
    const storage = storageOf(null);
    const [one, other] = [createSettingsStore({ storage }), createSettingsStore({ storage })];
    expect(isRememberingSecrets(other, storage)).toBe(true);
    one.getState().actions.setRemembersSecrets(false);
    expect([isRememberingSecrets(one, storage), isRememberingSecrets(other, storage)]).toEqual([
      false,
      false,
    ]);
    other.getState().actions.setTheme('dark');
    expect(isRememberingSecrets(createSettingsStore({ storage }), storage)).toBe(false);
    expect(other.getState().remembersSecrets).toBe(false);
    one.getState().actions.setRemembersSecrets(true);
    expect(isRememberingSecrets(one, storage)).toBe(true);
  });
});
