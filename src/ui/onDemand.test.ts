import { expect, test, vi } from 'vitest';
import { definePart, loadAllParts } from './onDemand.ts';

const atOnce = () => Promise.resolve();

test('a part is fetched once, by whoever asks first', async () => {
  const fetchCode = vi.fn(async () => 'code');
  const part = definePart(fetchCode);
  expect(part.loaded()).toBeNull();
  part.prefetch();
  expect(await part.load()).toBe('code');
  await loadAllParts(atOnce);
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
  await loadAllParts(atOnce);
  expect(part.loaded()).toBe('code');
});

test('parts that came with a part are fetched as well', async () => {
  const inner = vi.fn(async () => 'inner code');
  definePart(async () => definePart(inner));
  await loadAllParts(atOnce);
  expect(inner).toHaveBeenCalledTimes(1);
});

test('parts are fetched one after another, each when there is time for it', async () => {
  const steps: string[] = [];
  const fetchCode = (name: string) => async () => {
    steps.push(`${name} begins`);
    await Promise.resolve();
    steps.push(`${name} is here`);
    return name;
  };
  definePart(fetchCode('one'));
  definePart(fetchCode('two'));
  await loadAllParts(async () => void steps.push('idle'));
  expect(steps.slice(-6)).toEqual(['idle', 'one begins', 'one is here', 'idle', 'two begins', 'two is here']);
});
