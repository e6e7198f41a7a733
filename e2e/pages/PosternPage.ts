import type { Locator, Page } from '@playwright/test';

/** The page by the roles and names of design.md section 7. */
export class PosternPage {
  readonly page: Page;
  readonly urlField: Locator;
  readonly gateway: Locator;
  readonly transport: Locator;
  readonly connectButton: Locator;
  readonly cancelButton: Locator;
  readonly disconnectButton: Locator;
  readonly status: Locator;
  readonly queryParameters: Locator;
  readonly headers: Locator;
  readonly handshake: Locator;
  readonly diagnosis: Locator;
  readonly entry: Locator;
  readonly log: Locator;
  readonly search: Locator;
  readonly message: Locator;
  readonly sendButton: Locator;
  readonly profiles: Locator;

  constructor(page: Page) {
    this.page = page;
    this.urlField = page.getByRole('textbox', { name: 'Gateway URL' });
    this.gateway = page.getByRole('combobox', { name: 'Gateway' });
    this.transport = page.getByRole('combobox', { name: 'Transport' });
    this.connectButton = page.getByRole('button', { name: 'Connect', exact: true });
    this.cancelButton = page.getByRole('button', { name: 'Cancel', exact: true });
    this.disconnectButton = page.getByRole('button', { name: 'Disconnect', exact: true });
    this.status = page.getByRole('status', { name: 'Connection' });
    this.queryParameters = page.getByRole('table', { name: 'Query parameters' });
    this.headers = page.getByRole('table', { name: 'Headers' });
    this.handshake = page.getByRole('region', { name: 'Handshake' });
    this.diagnosis = page.getByRole('region', { name: 'Diagnosis' });
    this.entry = page.getByRole('region', { name: 'Entry' });
    this.log = page.getByRole('log', { name: 'Messages' });
    this.search = page.getByRole('searchbox', { name: 'Search messages' });
    this.message = page.getByRole('textbox', { name: 'Message' });
    this.sendButton = page.getByRole('button', { name: 'Send', exact: true });
    this.profiles = page.getByRole('navigation', { name: 'Profiles' });
  }

  /** Chooses a profile by its name, opening the folder it lies in. */
  profile(name: string): Locator {
    return this.profiles.getByText(name, { exact: true });
  }
}
