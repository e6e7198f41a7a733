import { describe, expect, it } from 'vitest';
import { isShortcut, shortcutLabel } from './shortcut.ts';

const press = (fields: Partial<KeyboardEvent>) => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...fields,
});

describe('isShortcut', () => {
  it.each([
    [{ key: 'k', ctrlKey: true }, { key: 'k', isCommand: true }, true],
    [{ key: 'K', metaKey: true }, { key: 'k', isCommand: true }, true],
    [{ key: 'k' }, { key: 'k', isCommand: true }, false],
    [{ key: 'k', ctrlKey: true, altKey: true }, { key: 'k', isCommand: true }, false],
    [{ key: 'µ', code: 'KeyM', altKey: true }, { key: 'm', isAlt: true }, true],
    [{ key: '/' }, { key: '/' }, true],
    [{ key: '/', ctrlKey: true }, { key: '/' }, false],
  ])('%j and %j: %j', (fields, shortcut, expected) => {
    expect(isShortcut(press(fields), shortcut)).toBe(expected);
  });
});

describe('shortcutLabel', () => {
  it('writes the command key as the platform does', () => {
    expect(shortcutLabel({ key: 'k', isCommand: true }, 'MacIntel')).toBe('⌘K');
    expect(shortcutLabel({ key: 'Enter', isCommand: true }, 'Linux x86_64')).toBe('Ctrl+⏎');
    expect(shortcutLabel({ key: 'u', isAlt: true }, 'Linux x86_64')).toBe('Alt+U');
  });
});
