import type { Locator, Page } from '@playwright/test';

/** The options of a profile: what only the companion can do, and what becomes of an open connection. */
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
  readonly keepAlive: Locator;
  readonly keepAliveEvery: Locator;
  readonly keepAliveText: Locator;
  readonly reconnect: Locator;
  readonly attempts: Locator;
  readonly firstWait: Locator;
  readonly longestWait: Locator;
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
    this.keepAlive = options.getByRole('combobox', { name: 'Keep-alive' });
    this.keepAliveEvery = options.getByRole('textbox', { name: 'Every, s' });
    this.keepAliveText = options.getByRole('textbox', { name: 'Text to send' });
    this.reconnect = options.getByRole('combobox', { name: 'Reconnect' });
    this.attempts = options.getByRole('textbox', { name: 'Attempts' });
    this.firstWait = options.getByRole('textbox', { name: 'First wait, s' });
    this.longestWait = options.getByRole('textbox', { name: 'Longest wait, s' });
    this.proxyUrl = options.getByRole('textbox', { name: 'Proxy URL' });
  }

  /** Unfolds the options; they come folded. */
  async open(): Promise<void> {
    await this.summary.click();
  }

  /** Reconnects with waits between these, in seconds. */
  async reconnectAfter(firstWait: string, longestWait: string, attempts: string): Promise<void> {
    await this.reconnect.selectOption('With growing waits');
    await this.attempts.fill(attempts);
    await this.longestWait.fill(longestWait);
    await this.firstWait.fill(firstWait);
  }

  async useNoProxy(): Promise<void> {
    await this.proxy.selectOption('None');
  }

  async useProxy(url: string): Promise<void> {
    await this.proxy.selectOption('This one');
    await this.proxyUrl.fill(url);
  }
}
