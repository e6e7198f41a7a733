import type { Locator, Page } from '@playwright/test';

/** Disconnecting with a code and a reason of one's own. */
export class CloseMenu {
  readonly code: Locator;
  readonly reason: Locator;
  readonly closeButton: Locator;
  readonly #opener: Locator;

  constructor(page: Page) {
    this.#opener = page.getByRole('button', { name: 'Close with a code and reason' });
    this.code = page.getByRole('textbox', { name: 'Close code' });
    this.reason = page.getByRole('textbox', { name: 'Reason' });
    this.closeButton = page.getByRole('button', { name: 'Close with this code' });
  }

  async open(): Promise<void> {
    await this.#opener.click();
  }
}
