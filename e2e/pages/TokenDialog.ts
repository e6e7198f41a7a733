import type { Locator, Page } from '@playwright/test';

/** "Get a token", and the dialog that it opens. */
export class TokenDialog {
  readonly button: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.button = page.getByRole('button', { name: 'Get a token' });
    this.dialog = page.getByRole('dialog', { name: 'Get a token' });
  }

  async open(kind?: 'Web PubSub' | 'AWS IAM' | 'OAuth 2.0'): Promise<void> {
    await this.button.click();
    if (kind !== undefined) await this.dialog.getByText(kind, { exact: true }).click();
  }

  field(name: string): Locator {
    return this.dialog.getByRole('textbox', { name, exact: true });
  }

  async enter(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await this.field(name).fill(value);
  }

  async press(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }
}
