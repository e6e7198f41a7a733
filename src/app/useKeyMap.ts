import { useEffect } from 'react';
import type { Command } from './commands.ts';
import { isShortcut, isTyping } from './shortcut.ts';

/** Runs commands by their keys, wherever the focus is; a view that handles a key itself prevents its default. */
export function useKeyMap(commands: readonly Command[]): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = commands.find(({ shortcut }) => shortcut !== null && isShortcut(event, shortcut));
      if (command === undefined || command.shortcut === null) return;
      const hasModifier = (command.shortcut.isCommand ?? false) || (command.shortcut.isAlt ?? false);
      if (!hasModifier && isTyping(event.target)) return;
      event.preventDefault();
      command.run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [commands]);
}
