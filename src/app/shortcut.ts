import { modifierKey } from '#ui/modifierKey.ts';

/** A key combination. `isCommand` is ⌘ on Apple's platforms and Ctrl elsewhere. */
export interface Shortcut {
  /** A letter or sign as typed without modifiers, or a `KeyboardEvent.key` such as `Enter`. */
  readonly key: string;
  readonly isCommand?: boolean;
  readonly isAlt?: boolean;
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether a key press is the shortcut. With Alt, letters are told by their place: macOS types signs with it. */
export function isShortcut(press: KeyPress, shortcut: Shortcut): boolean {
  const isCommand = press.ctrlKey || press.metaKey;
  if (isCommand !== (shortcut.isCommand ?? false) || press.altKey !== (shortcut.isAlt ?? false)) return false;
  if (press.key.toLowerCase() === shortcut.key.toLowerCase()) return true;
  return press.altKey && press.code === `Key${shortcut.key.toUpperCase()}`;
}

/** A shortcut without a modifier is a letter where text is typed: it must not fire there. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** How the shortcut is written for people. */
export function shortcutLabel(
  { key, isCommand = false, isAlt = false }: Shortcut,
  platform?: string,
): string {
  const shown = key === 'Enter' ? '⏎' : key.toUpperCase();
  return `${isCommand ? modifierKey(platform) : ''}${isAlt ? 'Alt+' : ''}${shown}`;
}
