import type { Locator, Page } from '@playwright/test';

/** The messages that a profile keeps: their menu beside the composer, and the dialogs that it opens. */
export class SavedMessages {
  readonly menuButton: Locator;
  readonly saveDialog: Locator;
  readonly saveName: Locator;
  readonly dialog: Locator;
  readonly list: Locator;
  readonly options: Locator;
  readonly name: Locator;
  readonly text: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.menuButton = page.getByRole('button', { name: 'Saved messages' });
    this.saveDialog = page.getByRole('dialog', { name: 'Save the message' });
    this.saveName = this.saveDialog.getByRole('textbox', { name: 'Name' });
    this.dialog = page.getByRole('dialog', { name: 'Saved messages' });
    this.list = this.dialog.getByRole('listbox', { name: 'Saved messages' });
    this.options = this.list.getByRole('option');
    this.name = this.dialog.getByRole('textbox', { name: 'Name' });
    this.text = this.dialog.getByRole('textbox', { name: 'Text of the message' });
  }

  /** Chooses from the menu: a message by its name, or what can be done. */
  async choose(label: string): Promise<void> {
    await this.menuButton.click();
    await this.#page.getByRole('menuitem', { name: label, exact: true }).click();
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name });
  }
}
