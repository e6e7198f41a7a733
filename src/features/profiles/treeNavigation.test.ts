import { describe, expect, it } from 'vitest';
import { treeMove } from './treeNavigation.ts';
import type { NavigableRow } from './treeNavigation.ts';

const ROWS: readonly NavigableRow[] = [
  { key: 'contoso', level: 1, kind: 'folder', isOpen: true },
  { key: 'production', level: 2, kind: 'folder', isOpen: true },
  { key: 'eu', level: 3, kind: 'profile' },
  { key: 'us', level: 3, kind: 'profile' },
  { key: 'old', level: 2, kind: 'folder', isOpen: false },
  { key: 'echo', level: 1, kind: 'profile' },
];

describe('treeMove', () => {
  it.each([
    ['ArrowDown', 'contoso', 'production'],
    ['ArrowUp', 'eu', 'production'],
    ['Home', 'us', 'contoso'],
    ['End', 'eu', 'echo'],
    ['ArrowRight', 'production', 'eu'],
    ['ArrowLeft', 'us', 'production'],
    ['ArrowLeft', 'old', 'contoso'],
  ])('moves the focus with %s from %s to %s', (pressed, from, to) => {
    expect(treeMove(ROWS, from, pressed)).toEqual({ kind: 'focus', key: to });
  });

  it('opens a closed folder with ArrowRight and closes an open one with ArrowLeft', () => {
    expect(treeMove(ROWS, 'old', 'ArrowRight')).toEqual({ kind: 'fold', key: 'old', isOpen: true });
    expect(treeMove(ROWS, 'contoso', 'ArrowLeft')).toEqual({ kind: 'fold', key: 'contoso', isOpen: false });
  });

  it.each([
    ['ArrowUp', 'contoso'],
    ['ArrowDown', 'echo'],
    ['ArrowRight', 'echo'],
    ['ArrowLeft', 'echo'],
    ['a', 'echo'],
    ['ArrowDown', 'gone'],
  ])('does nothing with %s at %s', (pressed, from) => {
    expect(treeMove(ROWS, from, pressed)).toBeNull();
  });
});
