import type { Locator, Page } from '@playwright/test';

export class CommandPalette {
  readonly dialog: Locator;
  readonly field: Locator;
  /** What it found, the best first. */
  readonly options: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Command palette' });
    this.field = this.dialog.getByRole('combobox', { name: 'Command palette' });
    this.options = this.dialog.getByRole('option');
  }
}
