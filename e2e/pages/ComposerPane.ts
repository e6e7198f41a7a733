import type { Locator, Page } from '@playwright/test';

/** Where messages are written. */
export class ComposerPane {
  readonly message: Locator;
  readonly sendButton: Locator;
  readonly formatButton: Locator;
  readonly file: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.message = page.getByRole('textbox', { name: 'Message' });
    this.sendButton = page.getByRole('button', { name: 'Send', exact: true });
    this.formatButton = page.getByRole('button', { name: 'Format', exact: true });
    this.file = page.getByLabel('Choose a file');
  }

  async send(text: string): Promise<void> {
    await this.message.fill(text);
    await this.sendButton.click();
  }

  async writeAs(format: 'Text' | 'JSON' | 'Binary'): Promise<void> {
    await this.#choose('Message format', format);
  }

  async encodeAs(encoding: 'Hex' | 'Base64' | 'File'): Promise<void> {
    await this.#choose('Written as', encoding);
  }

  async takeTemplate(label: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Templates' }).click();
    await this.#page.getByRole('menuitem', { name: label, exact: true }).click();
  }

  /** Takes a message that was sent before from the menu of those. */
  async recall(label: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Sent before' }).click();
    await this.#page.getByRole('menuitem', { name: label, exact: true }).click();
  }

  async ping(payload: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Ping the server' }).click();
    const panel = this.#page.getByRole('dialog', { name: 'Ping' });
    await panel.getByRole('textbox', { name: 'Ping payload' }).fill(payload);
    await panel.getByRole('button', { name: 'Ping', exact: true }).click();
    await this.#page.keyboard.press('Escape');
  }

  async #choose(group: string, option: string): Promise<void> {
    await this.#page.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();
  }
}
