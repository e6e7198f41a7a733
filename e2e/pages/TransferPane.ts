import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';

/** The dialogs that write a log into a file and read one from it. */
export class TransferPane {
  readonly exportDialog: Locator;
  readonly exportButton: Locator;
  /** What became of an export. */
  readonly outcome: Locator;
  readonly withSecrets: Locator;
  readonly importDialog: Locator;
  /** The WebSockets that a HAR file has. */
  readonly sockets: Locator;
  /** What of a file could not be read. */
  readonly problems: Locator;
  readonly progress: Locator;
  readonly cancelButton: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.exportDialog = page.getByRole('dialog', { name: 'Export the log' });
    this.exportButton = this.exportDialog.getByRole('button', { name: /^Export [\d,]+ entr/ });
    this.outcome = this.exportDialog.getByRole('status');
    this.withSecrets = this.exportDialog.getByRole('checkbox', { name: 'Write them in the clear' });
    this.importDialog = page.getByRole('dialog', { name: /^Import / });
    this.sockets = page.getByRole('list', { name: 'WebSockets of the file' }).getByRole('listitem');
    this.problems = page.getByRole('list', { name: 'What could not be read' }).getByRole('listitem');
    this.progress = page.getByRole('progressbar');
    this.cancelButton = this.exportDialog.getByRole('button', { name: 'Cancel' });
  }

  async openExport(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Export the log' }).click();
  }

  async chooseForm(form: 'JSON Lines' | 'CSV' | 'HAR'): Promise<void> {
    const group = this.exportDialog.getByRole('radiogroup', { name: 'Form' });
    await group.getByText(form, { exact: true }).click();
  }

  /** Exports with the choices that the dialog has, and closes it. */
  async download(): Promise<Download> {
    const downloading = this.#page.waitForEvent('download');
    await this.exportButton.click();
    const download = await downloading;
    await this.exportDialog.getByRole('button', { name: 'Done' }).click();
    return download;
  }

  /** The log, or what the filter shows of it, as text. */
  async exported(form: 'JSON Lines' | 'CSV' | 'HAR'): Promise<string> {
    await this.openExport();
    await this.chooseForm(form);
    return await readFile(await (await this.download()).path(), 'utf8');
  }

  async importFile(name: string, content: string): Promise<void> {
    await this.#page
      .locator('#import-log')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  }

  /** As a person who lets go of a file over the log. */
  async dropOn(target: Locator, name: string, content: string): Promise<void> {
    const dataTransfer = await this.#page.evaluateHandle(
      ([fileName, text]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], fileName));
        return transfer;
      },
      [name, content] as const,
    );
    await target.dispatchEvent('dragover', { dataTransfer });
    await target.dispatchEvent('drop', { dataTransfer });
  }
}
