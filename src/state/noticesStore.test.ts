import { describe, expect, it } from 'vitest';
import { createNoticesStore } from './noticesStore.ts';

function counter() {
  let count = 0;
  return () => `n${(count += 1)}`;
}

describe('createNoticesStore', () => {
  it('keeps notices in the order they came', () => {
    const store = createNoticesStore({ newId: counter() });
    const run = () => undefined;
    store.getState().actions.show('Profile deleted.', { label: 'Undo', run });
    store.getState().actions.show('Copied.');
    expect(store.getState().notices).toEqual([
      { id: 'n1', text: 'Profile deleted.', action: { label: 'Undo', run } },
      { id: 'n2', text: 'Copied.' },
    ]);
  });

  it('lets the oldest go when there are more than four', () => {
    const store = createNoticesStore({ newId: counter() });
    for (const text of ['1', '2', '3', '4', '5']) store.getState().actions.show(text);
    expect(store.getState().notices.map((notice) => notice.text)).toEqual(['2', '3', '4', '5']);
  });

  it('dismisses each after its time', () => {
    const later: { dismiss: () => void; ms: number }[] = [];
    const store = createNoticesStore({
      newId: counter(),
      later: (dismiss, ms) => later.push({ dismiss, ms }),
    });
    store.getState().actions.show('Copied.');
    store.getState().actions.show('Deleted.', { label: 'Undo', run: () => undefined });
    expect(later.map(({ ms }) => ms)).toEqual([6_000, 12_000]);
    later[0]?.dismiss();
    expect(store.getState().notices.map((notice) => notice.text)).toEqual(['Deleted.']);
  });
});
