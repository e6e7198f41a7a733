import type { Locator, Page } from '@playwright/test';

/** What goes into the upgrade request beside the URL: query parameters, headers, subprotocols. */
export class RequestPane {
  readonly parameters: FieldTable;
  readonly headers: FieldTable;
  readonly subprotocols: Locator;

  constructor(page: Page) {
    this.parameters = new FieldTable(page.getByRole('table', { name: 'Query parameters' }));
    this.headers = new FieldTable(page.getByRole('table', { name: 'Headers' }));
    this.subprotocols = page.getByRole('table', { name: 'Subprotocols' });
  }

  /** Types into the empty row at the end; gives its field. */
  async offerSubprotocol(value: string): Promise<Locator> {
    const fields = this.subprotocols.getByLabel('Subprotocol', { exact: true });
    const field = fields.nth((await fields.count()) - 1);
    await field.fill(value);
    return field;
  }
}

/** A table of names and values. By their labels: suggestions make a combobox of a field. */
class FieldTable {
  readonly table: Locator;
  readonly names: Locator;
  readonly values: Locator;

  constructor(table: Locator) {
    this.table = table;
    this.names = table.getByLabel('Name', { exact: true });
    this.values = table.getByLabel('Value', { exact: true });
  }

  /** Types into the empty row at the end; gives its fields. */
  async add(name: string, value: string): Promise<{ readonly name: Locator; readonly value: Locator }> {
    const index = (await this.names.count()) - 1;
    const row = { name: this.names.nth(index), value: this.values.nth(index) };
    await row.name.fill(name);
    await row.value.fill(value);
    return row;
  }
}
