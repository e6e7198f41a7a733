/** How this platform writes the key that commands use: `⌘` on Apple's, `Ctrl+` elsewhere. */
export function modifierKey(platform: string = navigator.platform): string {
  return /^(Mac|iP)/.test(platform) ? '⌘' : 'Ctrl+';
}
