import type { Locator, Page } from '@playwright/test';

/** The line above the endpoint: which profile this is, and whether it is saved. */
export class ProfileBar {
  /** Says “Unsaved”, or nothing. */
  readonly state: Locator;
  readonly heading: Locator;
  readonly saveButton: Locator;
  readonly saveAsButton: Locator;
  readonly duplicateButton: Locator;
  readonly discardButton: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.state = main.getByRole('status', { name: 'Profile' });
    this.heading = main.getByRole('heading', { level: 2 }).first();
    this.saveButton = main.getByRole('button', { name: 'Save', exact: true });
    this.saveAsButton = main.getByRole('button', { name: 'Save as profile' });
    this.duplicateButton = main.getByRole('button', { name: 'Duplicate', exact: true });
    this.discardButton = main.getByRole('button', { name: 'Discard changes' });
  }
}
