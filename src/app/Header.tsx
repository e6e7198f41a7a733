import { Command, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { EnvironmentPicker } from '#features/environments/EnvironmentPicker.tsx';
import { CompanionStatus } from '#features/profiles/CompanionStatus.tsx';
import { SecretsStatus } from '#features/secrets/SecretsStatus.tsx';
import { ThemeToggle } from '#features/settings/ThemeToggle.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { modifierKey } from '#ui/modifierKey.ts';

export interface LayoutProps {
  readonly onPalette: () => void;
  readonly onSettings: () => void;
  readonly onEnvironments: () => void;
}

export function Header({
  onPalette,
  onSettings,
  onEnvironments,
  start,
}: LayoutProps & { readonly start?: ReactNode }) {
  return (
    <header className="flex h-11 shrink-0 items-center gap-1 border-b border-line bg-surface px-3 sm:gap-2">
      {start}
      <img src="/postern.svg" alt="" className="size-5" />
      <h1 className="min-w-0 truncate text-sm font-semibold">Postern</h1>
      <button
        type="button"
        onClick={onPalette}
        aria-keyshortcuts="Control+K"
        className="ml-2 hidden h-7 items-center gap-1.5 rounded-md border border-line px-2 text-xs text-ink-soft hover:bg-hover hover:text-ink sm:inline-flex"
      >
        <Command aria-hidden className="size-3.5" />
        Commands
        <kbd className="font-sans text-2xs">{modifierKey()}K</kbd>
      </button>
      <span className="flex-1" />
      <EnvironmentPicker onEdit={onEnvironments} />
      <SecretsStatus />
      <CompanionStatus />
      <ThemeToggle />
      <IconButton label="Settings" icon={<Settings />} onClick={onSettings} />
    </header>
  );
}
