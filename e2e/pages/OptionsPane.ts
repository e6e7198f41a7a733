import type { Locator, Page } from '@playwright/test';

/** The options of a profile: what only the companion can do. */
export class OptionsPane {
  readonly summary: Locator;
  readonly verifiesCertificate: Locator;
  readonly offersCompression: Locator;
  readonly origin: Locator;
  readonly serverName: Locator;
  readonly authority: Locator;
  readonly clientCertificate: Locator;
  readonly clientKey: Locator;
  readonly passphrase: Locator;
  readonly answerLimit: Locator;
  readonly proxyUrl: Locator;
  readonly proxy: Locator;

  constructor(page: Page) {
    this.summary = page.locator('summary').filter({ hasText: /^Options/ });
    const options = page.getByRole('group').filter({ has: this.summary });
    this.verifiesCertificate = options.getByRole('checkbox', { name: 'Verify the server’s certificate' });
    this.offersCompression = options.getByRole('checkbox', { name: 'Offer permessage-deflate' });
    this.origin = options.getByRole('textbox', { name: 'Origin' });
    this.serverName = options.getByRole('textbox', { name: 'Server name' });
    this.authority = options.getByRole('textbox', { name: 'Certificate authority to trust (PEM)' });
    this.clientCertificate = options.getByRole('textbox', { name: 'Client certificate (PEM)' });
    this.clientKey = options.getByRole('textbox', { name: 'Client key (PEM)' });
    this.passphrase = options.getByRole('textbox', { name: 'Passphrase of the client key' });
    this.answerLimit = options.getByRole('textbox', { name: 'Answer' });
    this.proxy = options.getByRole('combobox', { name: 'HTTP proxy' });
    this.proxyUrl = options.getByRole('textbox', { name: 'Proxy URL' });
  }

  /** Unfolds the options; they come folded. */
  async open(): Promise<void> {
    await this.summary.click();
  }

  async useNoProxy(): Promise<void> {
    await this.proxy.selectOption('None');
  }

  async useProxy(url: string): Promise<void> {
    await this.proxy.selectOption('This one');
    await this.proxyUrl.fill(url);
  }
}
