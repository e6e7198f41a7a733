import { expect, it } from 'vitest';
import { isSendKey } from './isSendKey.ts';

const ENTER = {
  key: 'Enter',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
};

it.each([
  ['Enter', {}, false, false],
  ['Enter', {}, true, true],
  ['Shift+Enter', { shiftKey: true }, true, false],
  ['Ctrl+Enter', { ctrlKey: true }, false, true],
  ['⌘Enter', { metaKey: true }, true, true],
  ['Alt+Enter', { altKey: true }, true, false],
  ['Enter of an input method', { isComposing: true }, true, false],
  ['a', { key: 'a', ctrlKey: true }, true, false],
] as const)('%s %o with Enter sending %s: %s', (_name, fields, isEnterSending, isSent) => {
  expect(isSendKey({ ...ENTER, ...fields }, isEnterSending)).toBe(isSent);
});
