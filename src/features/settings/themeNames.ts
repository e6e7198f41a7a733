import type { ThemeChoice } from '#state/settingsStore.ts';

export const THEME_NAMES: Readonly<Record<ThemeChoice, string>> = {
  system: 'as the system',
  light: 'light',
  dark: 'dark',
};
