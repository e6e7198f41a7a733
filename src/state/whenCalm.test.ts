import { expect, test, vi } from 'vitest';
import { EMPTY_SUMMARY } from '#domain/transcript/entry.ts';
import { createFakeEngine } from '#engine/testing/fakeEngine.ts';
import { createConnectionsStore } from './createConnectionsStore.ts';
import { whenCalm } from './whenCalm.ts';

function start(...rates: readonly number[]) {
  const engine = createFakeEngine({ now: () => 0 });
  const store = createConnectionsStore({ engine, now: () => 0 });
  const report = (index: number, ratePerSecond: number) =>
    engine.connections[index]?.emit({ type: 'summary', summary: { ...EMPTY_SUMMARY, ratePerSecond } });
  for (const [index, rate] of rates.entries()) {
    store.getState().actions.ping(`profile ${index}`, new Uint8Array());
    report(index, rate);
  }
  const resolved = vi.fn<() => void>();
  void whenCalm(store).then(resolved);
  const isCalm = async () => {
    await Promise.resolve();
    return resolved.mock.calls.length > 0;
  };
  return { report, isCalm };
}

test('it is calm at once where no connection was ever made', async () => {
  expect(await start().isCalm()).toBe(true);
});

test('it is calm beside a log that takes 99 entries a second, and not beside one that takes 100', async () => {
  expect(await start(99).isCalm()).toBe(true);
  expect(await start(99, 100).isCalm()).toBe(false);
});

test('it is calm again when the last of the busy logs is', async () => {
  const { report, isCalm } = start(5_000, 200);
  report(0, 0);
  expect(await isCalm()).toBe(false);
  report(1, 20);
  expect(await isCalm()).toBe(true);
});
