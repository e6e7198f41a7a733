export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** True while an input method composes: its Enter accepts a word. */
  readonly isComposing: boolean;
}

/** ⌘/Ctrl+Enter always sends; Enter by itself when the person chose so, and then Shift+Enter breaks the line. */
export function isSendKey(pressed: PressedKey, isEnterSending: boolean): boolean {
  if (pressed.key !== 'Enter' || pressed.isComposing || pressed.altKey) return false;
  return pressed.ctrlKey || pressed.metaKey || (isEnterSending && !pressed.shiftKey);
}
