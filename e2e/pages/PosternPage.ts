import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { profileRow } from './profileRow.ts';

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
  /** Each names itself in `data-finding-id`. */
  readonly findings: Locator;
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
    this.findings = this.diagnosis.getByRole('article');
    this.entry = page.getByRole('region', { name: 'Entry' });
    this.log = page.getByRole('log', { name: 'Messages' });
    this.search = page.getByRole('searchbox', { name: 'Search messages' });
    this.message = page.getByRole('textbox', { name: 'Message' });
    this.sendButton = page.getByRole('button', { name: 'Send', exact: true });
    this.profiles = page.getByRole('navigation', { name: 'Profiles' });
  }

  /** Selects a ready-made profile of a local gateway, found by the search as a person would. The list stays searched. */
  async choose(gateway: string, scenario: string): Promise<void> {
    await this.searchProfiles(`${gateway} ${scenario}`);
    await this.profile(scenario).click();
  }

  async searchProfiles(text: string): Promise<void> {
    await this.profiles.getByRole('searchbox', { name: 'Search profiles' }).fill(text);
  }

  /** Opens a connection to a server of the test's own. */
  async connectTo({ host }: { readonly host: string }, query = ''): Promise<void> {
    await this.urlField.fill(`ws://${host}/chat${query}`);
    await this.connectButton.click();
    await expect(this.status).toHaveText(/^Open/);
  }

  profile(name: string): Locator {
    return profileRow(this.profiles, name);
  }

  /** A step of the handshake, as the strip under the endpoint tells it. */
  step(label: string): Locator {
    const steps = this.page.getByRole('list', { name: 'Steps of the handshake' });
    return steps.getByRole('listitem').filter({ hasText: label });
  }

  /** A line of the log for a message that came in. */
  received(text: string): Locator {
    return this.line('Received', text);
  }

  sent(text: string): Locator {
    return this.line('Sent', text);
  }

  private line(direction: 'Sent' | 'Received', text: string): Locator {
    return this.log.locator('[data-sequence]').filter({ hasText: direction }).filter({ hasText: text });
  }
}
