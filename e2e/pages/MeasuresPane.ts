import type { Locator, Page } from '@playwright/test';

/** The panel under the log with rates, sizes, gaps and round trips. */
export class MeasuresPane {
  readonly panel: Locator;
  readonly toggle: Locator;
  /** Says in words what it shows. */
  readonly chart: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.panel = page.getByRole('region', { name: 'Measures' });
    this.toggle = page.getByRole('button', { name: 'Measures', exact: true });
    this.chart = this.panel.getByRole('img');
  }

  /** The figures of a row in their order: total, last and busiest second, or percentiles, maximum and count. */
  figures(row: string): Locator {
    return this.panel.getByRole('row', { name: new RegExp(`^${row} `) }).getByRole('cell');
  }

  async chartOf(topic: 'Messages' | 'Bytes' | 'Round trips'): Promise<void> {
    await this.panel.getByRole('radiogroup', { name: 'Chart of' }).getByText(topic, { exact: true }).click();
  }

  async copyAs(what: 'text' | 'JSON'): Promise<void> {
    await this.panel.getByRole('button', { name: 'Copy the measures' }).click();
    await this.#page.getByRole('menuitem', { name: `Copy as ${what}` }).click();
  }
}
