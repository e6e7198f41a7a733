import { describe, expect, it } from 'vitest';
import { createTabMemory } from './tabMemory.ts';
import { tabStorageOf } from './testing/tabStorageOf.ts';

describe('the memory of a tab', () => {
  it('gives back once what was kept last', () => {
    const items = new Map<string, string>();
    const memory = createTabMemory(() => tabStorageOf(items), 'key');
    memory.keep({ a: 1 });
    memory.keep({ a: 2 });
    expect([memory.take(), memory.take()]).toEqual([{ a: 2 }, null]);
  });

  it('keeps nothing where site data is blocked, and takes nothing', () => {
    const memory = createTabMemory(() => {
      throw new DOMException('blocked', 'SecurityError');
    }, 'key');
    memory.keep({ a: 1 });
    expect(memory.take()).toBeNull();
  });

  it('takes nothing of what is no JSON', () => {
    const items = new Map([['key', '{']]);
    expect(createTabMemory(() => tabStorageOf(items), 'key').take()).toBeNull();
    expect(items.size).toBe(0);
  });
});
