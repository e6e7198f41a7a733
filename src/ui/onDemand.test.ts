import { expect, test, vi } from 'vitest';
import { definePart, loadAllParts } from './onDemand.ts';

test('a part is fetched once, by whoever asks first', async () => {
  const fetchCode = vi.fn(async () => 'code');
  const part = definePart(fetchCode);
  expect(part.loaded()).toBeNull();
  part.prefetch();
  expect(await part.load()).toBe('code');
  await loadAllParts();
  expect(part.loaded()).toBe('code');
  expect(fetchCode).toHaveBeenCalledTimes(1);
});

test('what could not be fetched is fetched when it is asked for again', async () => {
  let isReachable = false;
  const part = definePart(async () => {
    if (!isReachable) throw new Error('The server has gone.');
    return 'code';
  });
  await expect(part.load()).rejects.toThrow('The server has gone.');
  expect(part.loaded()).toBeNull();
  isReachable = true;
  expect(await part.load()).toBe('code');
});

test('one part that does not come keeps no other from coming', async () => {
  definePart(() => Promise.reject(new Error('The server has gone.')));
  const part = definePart(async () => 'code');
  await loadAllParts();
  expect(part.loaded()).toBe('code');
});

test('parts that came with a part are fetched as well', async () => {
  const inner = vi.fn(async () => 'inner code');
  definePart(async () => definePart(inner));
  await loadAllParts();
  expect(inner).toHaveBeenCalledTimes(1);
});
