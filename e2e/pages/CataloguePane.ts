import type { Locator, Page } from '@playwright/test';

/** What concerns a catalogue: the question before it, its group in the list, and what is said of it there. */
export class CataloguePane {
  readonly question: Locator;
  readonly agreeButton: Locator;
  readonly declineButton: Locator;
  /** What is wrong with it, above the list. */
  readonly problem: Locator;
  readonly showButton: Locator;
  readonly #page: Page;
  readonly #list: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#list = page.getByRole('navigation', { name: 'Profiles' });
    this.question = page.getByRole('dialog', { name: /^Show the profiles of/ });
    this.agreeButton = this.question.getByRole('button', { name: 'Fetch and show' });
    this.declineButton = this.question.getByRole('button', { name: 'Not now' });
    this.problem = this.#list.getByRole('alert');
    this.showButton = this.#list.getByRole('button', { name: 'Show…' });
  }

  /** Chooses from the menu of the group. */
  async act(site: string, action: string): Promise<void> {
    await this.#list.getByRole('button', { name: `Actions for ${site}` }).click();
    await this.#page.getByRole('menuitem', { name: action }).click();
  }
}
