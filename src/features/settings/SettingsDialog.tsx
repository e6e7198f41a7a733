import type { ReactNode } from 'react';
import type { ThemeChoice } from '#state/settingsStore.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { modifierKey } from '#ui/modifierKey.ts';
import { Segmented } from '#ui/Segmented.tsx';
import { SecretsSettings } from '../secrets/SecretsSettings.tsx';
import { useSettings } from '../stores/useStores.ts';
import { ForgetLogs } from './ForgetLogs.tsx';
import { LogBudgets } from './LogBudgets.tsx';
import { CompanionFacts } from './CompanionFacts.tsx';

/** A command and the keys that run it; those without keys are not listed. */
export interface ListedShortcut {
  readonly id: string;
  readonly label: string;
  readonly keys?: string | undefined;
}

export interface SettingsDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly shortcuts: readonly ListedShortcut[];
}

const THEMES: readonly { readonly value: ThemeChoice; readonly label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function SettingsDialog({ isOpen, onOpenChange, shortcuts }: SettingsDialogProps) {
  const theme = useSettings((state) => state.theme);
  const isEnterSending = useSettings((state) => state.isEnterSending);
  const { setTheme, setEnterSending } = useSettings((state) => state.actions);
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Settings">
      <div className="flex flex-col gap-5">
        <Section title="Appearance">
          <div className="flex items-center justify-between gap-4">
            <span aria-hidden>Theme</span>
            <Segmented label="Theme" value={theme} options={THEMES} onValueChange={setTheme} />
          </div>
        </Section>
        <Section title="Composer">
          <Checkbox
            isChecked={isEnterSending}
            onCheckedChange={setEnterSending}
            label="Enter sends the message"
          />
          <p className="pl-5.5 text-xs text-ink-soft">
            {isEnterSending
              ? `Shift+Enter breaks the line; ${modifierKey()}Enter sends too.`
              : `Enter breaks the line; ${modifierKey()}Enter sends.`}
          </p>
        </Section>
        <Section title="Secrets">
          <SecretsSettings />
        </Section>
        <Section title="Logs">
          <LogBudgets />
          <ForgetLogs />
        </Section>
        <Section title="Companion">
          <CompanionFacts />
        </Section>
        <Section title="Keyboard">
          <dl className="flex flex-col">
            {shortcuts.map(({ id, label, keys }) =>
              keys === undefined ? null : (
                <div
                  key={id}
                  className="flex min-h-7 items-center justify-between gap-4 border-b border-line last:border-b-0"
                >
                  <dt>{label}</dt>
                  <dd>
                    <kbd className="rounded border border-line bg-sunken px-1.5 py-0.5 font-sans text-2xs">
                      {keys}
                    </kbd>
                  </dd>
                </div>
              ),
            )}
          </dl>
        </Section>
      </div>
    </Dialog>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-xs font-medium text-ink-soft">{title}</h3>
      {children}
    </section>
  );
}
