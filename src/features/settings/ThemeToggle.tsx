import { Moon, Sun, SunMoon } from 'lucide-react';
import type { ThemeChoice } from '#state/settingsStore.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { useSettings } from '../stores/useStores.ts';
import { nextTheme } from './applyTheme.ts';
import { THEME_NAMES } from './themeNames.ts';

const ICONS: Readonly<Record<ThemeChoice, typeof Sun>> = { system: SunMoon, light: Sun, dark: Moon };

/** Follows the system, then light, then dark. */
export function ThemeToggle() {
  const theme = useSettings((state) => state.theme);
  const { setTheme } = useSettings((state) => state.actions);
  const next = nextTheme(theme);
  const Icon = ICONS[theme];
  return (
    <IconButton
      label={`Theme: ${THEME_NAMES[theme]}. Switch to ${THEME_NAMES[next]}`}
      icon={<Icon />}
      onClick={() => setTheme(next)}
    />
  );
}
