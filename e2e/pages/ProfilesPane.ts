import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { textFile } from '../fixtures/importFiles.ts';
import type { ChosenFile } from '../fixtures/importFiles.ts';
import { profileRow } from './profileRow.ts';

/** The list of profiles, with what opens from it. */
export class ProfilesPane {
  readonly search: Locator;
  readonly newButton: Locator;
  readonly importButton: Locator;
  readonly exportButton: Locator;
  readonly exportDialog: Locator;
  readonly importDialog: Locator;
  readonly focusedRow: Locator;
  readonly moveDialog: Locator;
  readonly moveFolderDialog: Locator;
  /** The name of a profile while it is edited, in the list or above the endpoint. */
  readonly nameField: Locator;
  readonly #page: Page;
  readonly #list: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#list = page.getByRole('navigation', { name: 'Profiles' });
    this.search = this.#list.getByRole('searchbox', { name: 'Search profiles' });
    this.newButton = this.#list.getByRole('button', { name: 'New', exact: true });
    this.importButton = this.#list.getByRole('button', { name: 'Import', exact: true });
    this.exportButton = this.#list.getByRole('button', { name: 'Export', exact: true });
    this.exportDialog = page.getByRole('dialog', { name: 'Export profiles' });
    this.importDialog = page.getByRole('dialog', { name: 'Import' });
    this.focusedRow = this.#list.locator('[role=treeitem]:focus');
    this.moveFolderDialog = page.getByRole('dialog', { name: /^Rename or move/ });
    this.moveDialog = page.getByRole('dialog', { name: /^Move/ });
    this.nameField = page.getByRole('textbox', { name: 'Profile name' });
  }

  row(name: string): Locator {
    return profileRow(this.#list, name);
  }

  /** Chooses from the menu of a row. */
  async act(name: string, action: string): Promise<void> {
    await this.row(name).click({ button: 'right' });
    await this.#page.getByRole('menuitem', { name: action }).click();
  }

  /** What the browser is handed once this is done. */
  async download(act: () => Promise<void>): Promise<ChosenFile> {
    const [download] = await Promise.all([this.#page.waitForEvent('download'), act()]);
    return textFile(download.suggestedFilename(), await readFile(await download.path(), 'utf8'));
  }

  async importText(text: string): Promise<void> {
    await this.importButton.click();
    await this.importDialog.getByRole('textbox', { name: 'URL or command line' }).fill(text);
    await this.importDialog.getByRole('button', { name: 'Create profile' }).click();
  }
}
