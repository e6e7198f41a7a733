import type { SettingsStore, ThemeChoice } from '#state/settingsStore.ts';

/** Sets the page's theme; without the attribute the page follows the system (`light-dark()` in app/styles.css). */
export function applyTheme(choice: ThemeChoice): void {
  const { dataset } = document.documentElement;
  if (choice === 'system') delete dataset['theme'];
  else dataset['theme'] = choice;
}

/** Keeps the page's theme as the settings say. Returns its undo. */
export function followTheme(settings: SettingsStore): () => void {
  applyTheme(settings.getState().theme);
  return settings.subscribe(({ theme }) => applyTheme(theme));
}

/** Round and round: a press of the button takes the next. */
export function nextTheme(choice: ThemeChoice): ThemeChoice {
  return NEXT[choice];
}

const NEXT: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: 'light', light: 'dark', dark: 'system' };
