import type { Locator, Page } from '@playwright/test';

/** The dialog of environments, and the choice in the header. */
export class EnvironmentsPane {
  readonly page: Page;
  readonly dialog: Locator;
  /** In the header. */
  readonly chosen: Locator;
  /** In the dialog: the one whose variables it shows. */
  readonly edited: Locator;
  readonly table: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Environments and variables' });
    this.chosen = page.getByRole('banner').getByRole('combobox', { name: 'Environment' });
    this.edited = this.dialog.getByRole('combobox', { name: 'Variables of' });
    this.table = this.dialog.getByRole('table', { name: 'Variables' });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Alt+v');
    await this.dialog.waitFor();
  }

  async create(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name: 'New environment' }).click();
    await this.dialog.getByRole('textbox', { name: 'Name', exact: true }).first().fill(name);
    await this.page.keyboard.press('Enter');
  }

  /** Fills the empty row at the end. */
  async add(name: string, value: string): Promise<void> {
    const row = this.table.getByRole('row').last();
    await row.getByRole('textbox', { name: 'Name' }).fill(name);
    const filled = this.table.getByRole('row').nth(-2);
    await filled.getByRole('textbox', { name: 'Value' }).fill(value);
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Done' }).click();
  }
}
