import type { Locator, Page } from '@playwright/test';

/** The message log with its tools, and the entry that is selected in it. */
export class TranscriptPane {
  readonly log: Locator;
  /** The rows in sight, and some just beyond. */
  readonly rows: Locator;
  readonly search: Locator;
  readonly kind: Locator;
  readonly clearButton: Locator;
  readonly jumpButton: Locator;
  readonly goTo: Locator;
  readonly entry: Locator;
  /** Over a log that is one of the past. */
  readonly pastBanner: Locator;
  readonly pastButton: Locator;
  /** The list that the button opens. */
  readonly pastRows: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.log = page.getByRole('log', { name: 'Messages' });
    this.rows = this.log.locator('[data-sequence]');
    this.search = page.getByRole('searchbox', { name: 'Search messages' });
    this.kind = page.getByRole('combobox', { name: 'Kind' });
    this.clearButton = page.getByRole('button', { name: 'Clear the log' });
    this.jumpButton = page.getByRole('button', { name: 'Jump to newest' });
    this.goTo = page.getByRole('textbox', { name: 'Go to' });
    this.pastBanner = page.getByRole('region', { name: 'Past connection', exact: true });
    this.pastButton = page.getByRole('button', { name: 'Past logs' });
    this.pastRows = page.getByRole('list', { name: 'Past connections' }).getByRole('listitem');
    this.entry = page.getByRole('region', { name: 'Entry' });
  }

  /** The rows that say this; a regular expression is matched against all that a row says. */
  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text });
  }

  /** The line under the log: `12 sent`, `4,031 received`, `3 of 17 shown`. */
  count(text: string): Locator {
    return this.#page.getByText(text, { exact: true });
  }

  async showDirection(direction: 'All' | 'Sent' | 'Received'): Promise<void> {
    const group = this.#page.getByRole('radiogroup', { name: 'Direction' });
    await group.getByText(direction, { exact: true }).click();
  }

  async showEntryAs(view: 'Text' | 'JSON' | 'Hex' | 'Decoded'): Promise<void> {
    await this.entry.getByRole('radiogroup', { name: 'Show as' }).getByText(view, { exact: true }).click();
  }

  /** Of a payload that is shown decoded. */
  async readAs(format: string): Promise<void> {
    await this.entry.getByRole('combobox', { name: 'Read as' }).selectOption(format);
  }

  async copyEntryAs(what: string): Promise<void> {
    await this.entry.getByRole('button', { name: 'Copy the entry' }).click();
    await this.#page.getByRole('menuitem', { name: `Copy as ${what}` }).click();
  }

  async clear(): Promise<void> {
    await this.clearButton.click();
    await this.#page.getByRole('menuitem', { name: 'Clear all entries for good' }).click();
  }
}
