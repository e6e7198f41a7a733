import type { Locator, Page } from '@playwright/test';

/** The settings, as far as tests of several areas need them. */
export class SettingsPane {
  readonly dialog: Locator;
  /** Where secrets are kept. */
  readonly keeping: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Settings' });
    this.keeping = this.dialog.getByRole('radiogroup', { name: 'Where secrets are kept' });
  }

  /** What a setting of a list is set to; the dialog is opened and closed for it. */
  async choose(setting: string, value: string): Promise<void> {
    await this.open();
    await this.dialog.getByRole('combobox', { name: setting }).selectOption(value);
    await this.#page.keyboard.press('Escape');
  }

  keepingChoice(
    name: 'Only in this page' | 'Remembered on this device' | 'Remembered, locked with a passphrase',
  ): Locator {
    return this.keeping.getByRole('radio', { name, exact: true });
  }

  async forgetLogs(): Promise<void> {
    await this.open();
    await this.dialog.getByRole('button', { name: 'Forget all logs on this device' }).click();
    await this.#page.getByRole('menuitem', { name: 'Delete all logs for good' }).click();
    await this.#page.getByText('Every log on this device has been deleted.').waitFor();
    await this.#page.keyboard.press('Escape');
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Settings', exact: true }).click();
  }
}
