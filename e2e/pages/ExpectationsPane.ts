import type { Locator, Page } from '@playwright/test';

/** What a profile expects: the fields among its options, and what came of it. */
export class ExpectationsPane {
  /** In a few words, beside the status of the connection. */
  readonly summary: Locator;
  /** One by one, in the diagnosis. */
  readonly results: Locator;
  readonly addButton: Locator;
  readonly #editor: Locator;

  constructor(page: Page) {
    this.summary = page.getByRole('status', { name: 'Expectations' });
    this.results = page
      .getByRole('region', { name: 'Diagnosis' })
      .getByRole('list', { name: 'Expectations' })
      .getByRole('listitem');
    this.#editor = page.getByRole('region', { name: 'Expectations' });
    this.addButton = this.#editor.getByRole('button', { name: 'Add an expectation' });
  }

  /** Adds an expectation of this kind; returns its fields. */
  async add(kind: string): Promise<Locator> {
    const before = await this.#editor.getByRole('group').count();
    await this.addButton.click();
    const fields = this.#editor.getByRole('group', { name: `Expectation ${before + 1}`, exact: true });
    await fields.getByRole('combobox', { name: 'Expect that' }).selectOption(kind);
    return fields;
  }

  async remove(number: number): Promise<void> {
    await this.#editor.getByRole('button', { name: `Remove expectation ${number}`, exact: true }).click();
  }
}
