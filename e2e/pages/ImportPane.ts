import type { Locator, Page } from '@playwright/test';
import type { ChosenFile } from '../fixtures/importFiles.ts';

/** The dialog that makes profiles of the files of other tools. */
export class ImportPane {
  readonly dialog: Locator;
  readonly field: Locator;
  /** The profiles of the import. */
  readonly rows: Locator;
  readonly leftBehind: Locator;
  readonly environment: Locator;
  /** What a link holds of secrets. */
  readonly sealed: Locator;
  readonly passphrase: Locator;
  readonly #files: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Import' });
    this.field = this.dialog.getByRole('textbox', { name: 'URL or command line' });
    this.rows = this.dialog.getByRole('list', { name: 'Profiles to import' }).getByRole('listitem');
    this.leftBehind = this.dialog
      .getByRole('list', { name: 'Not taken over, or changed' })
      .getByRole('listitem');
    this.environment = this.dialog.getByRole('combobox', { name: 'Variables filled in from' });
    this.sealed = this.dialog.getByRole('group', { name: 'Sealed secrets' });
    this.passphrase = this.sealed.getByRole('textbox', { name: 'Passphrase' });
    this.#files = this.dialog.locator('input[type=file]');
  }

  async choose(...files: readonly ChosenFile[]): Promise<void> {
    await this.#files.setInputFiles([...files]);
  }

  /** Tries a passphrase on what is sealed. */
  async unseal(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.sealed.getByRole('button', { name: 'Open' }).click();
  }

  async openLeftBehind(): Promise<void> {
    await this.dialog.getByText(/^Not taken over, or changed: /).click();
  }

  box(name: RegExp): Locator {
    return this.dialog.getByRole('checkbox', { name });
  }

  /** Part by part, what there is and what there would be. */
  differences(row: Locator): Locator {
    return row.getByRole('definition');
  }

  /** For a profile that is here in another form. */
  async decide(row: Locator, choice: 'Skip' | 'Update mine' | 'Keep both'): Promise<void> {
    await row.getByRole('radiogroup').getByText(choice, { exact: true }).click();
  }

  createButton(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }
}
