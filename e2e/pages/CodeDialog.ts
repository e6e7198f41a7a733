import type { Locator, Page } from '@playwright/test';

/** The profile as code, for one client at a time. */
export class CodeDialog {
  readonly openButton: Locator;
  readonly dialog: Locator;
  readonly clients: Locator;
  readonly includeSecrets: Locator;
  readonly copyButton: Locator;

  constructor(page: Page) {
    this.openButton = page.getByRole('main').getByRole('button', { name: 'Copy as code' });
    this.dialog = page.getByRole('dialog', { name: 'Copy as code' });
    this.clients = this.dialog.getByRole('radiogroup', { name: 'Client' });
    this.includeSecrets = this.dialog.getByRole('checkbox', { name: 'Include secrets' });
    this.copyButton = this.dialog.getByRole('button', { name: 'Copy', exact: true });
  }

  client(name: string): Locator {
    return this.clients.getByRole('radio', { name, exact: true });
  }

  /** By its words: the radio button itself is out of sight. */
  async choose(client: string): Promise<void> {
    await this.clients.getByText(client, { exact: true }).click();
  }

  code(client: string): Locator {
    return this.dialog.getByRole('region', { name: `Code for ${client}`, exact: true });
  }
}
