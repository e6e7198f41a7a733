import { localScenario, parameterOf } from '../fixtures/localScenarios.ts';
import { expect } from '../fixtures/test.ts';
import { testOnOnePage as test } from '../fixtures/testOnOnePage.ts';
import type { Locator } from '@playwright/test';
import type { PosternPage } from '../pages/PosternPage.ts';
import { ProfileBar } from '../pages/ProfileBar.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';

/** The value of the row that is named so; the row's box to send it or not says the name. */
function valueOf(table: Locator, name: string): Locator {
  const row = table.getByRole('row').filter({ has: table.page().getByRole('checkbox', { name }) });
  return row.getByRole('textbox', { name: 'Value' });
}

async function connects(app: PosternPage): Promise<void> {
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Open/);
  await app.disconnectButton.click();
  await expect(app.status).toHaveText(/^Closed/);
}

test('a pasted URL is taken apart, and its key and token are masked', async ({ app }) => {
  const scenario = await localScenario(app.page, 'apim-chat');
  const { origin, pathname } = new URL(scenario.request.url.replace(/^ws/, 'http'));
  await app.urlField.fill(scenario.request.url);
  await expect(app.urlField).toHaveValue(origin.replace(/^http/, 'ws') + pathname);
  for (const name of ['subscription-key', 'access_token']) {
    const value = valueOf(app.queryParameters, name);
    await expect(value).toHaveValue(parameterOf(scenario, name));
    await expect(value).toHaveCSS('-webkit-text-security', 'disc');
  }
  await connects(app);
});

test('a pasted URL of a vendor’s host is recognised as a gateway', async ({ app }) => {
  await app.urlField.fill(
    'wss://contoso.azure-api.net/echo?subscription-key=0123456789abcdef0123456789abcdef',
  );
  await expect(app.urlField).toHaveValue('wss://contoso.azure-api.net/echo');
  await expect(app.gateway.locator('option:checked')).toHaveText('Auto: APIM');
});

const SAVINGS: readonly { readonly how: string; readonly save: (app: PosternPage) => Promise<void> }[] = [
  { how: 'the button', save: (app) => new ProfileBar(app.page).saveButton.click() },
  { how: 'Ctrl+S', save: (app) => app.page.keyboard.press('Control+s') },
];

for (const { how, save } of SAVINGS) {
  test(`a profile that is saved with ${how} is there after a reload, with its secret, and connects`, async ({
    app,
  }) => {
    const scenario = await localScenario(app.page, 'apigee-echo');
    const bar = new ProfileBar(app.page);
    await app.urlField.fill(scenario.request.url);
    await expect(bar.state).toHaveText('Unsaved');
    await save(app);
    await expect(bar.state).toHaveText('');

    await app.page.reload();
    await expect(app.urlField).toHaveValue(/\/v1\/samples\/websockets$/);
    await expect(bar.state).toHaveText('');
    const key = valueOf(app.queryParameters, 'apikey');
    await expect(key).toHaveValue(parameterOf(scenario, 'apikey'));
    await expect(key).toHaveCSS('-webkit-text-security', 'disc');
    await connects(app);
  });
}

test('what is not saved survives a reload as well, and is still marked as unsaved', async ({ app }) => {
  const scenario = await localScenario(app.page, 'aws-authorizer');
  const bar = new ProfileBar(app.page);
  await app.urlField.fill(scenario.request.url);
  await app.message.fill('{"action":"echo","data":"not sent yet"}');
  await expect(bar.state).toHaveText('Unsaved');

  await app.page.reload();
  await expect(app.urlField).toHaveValue(/\/authorized$/);
  await expect(bar.state).toHaveText('Unsaved');
  await expect(app.message).toHaveValue('{"action":"echo","data":"not sent yet"}');
  await connects(app);
});

test('a changed profile goes back to what was saved, and the undo brings the change back', async ({
  app,
}) => {
  const bar = new ProfileBar(app.page);
  await app.urlField.fill('ws://127.0.0.1:9/first');
  await bar.saveButton.click();
  await app.urlField.fill('ws://127.0.0.1:9/second');
  await bar.discardButton.click();
  await expect(app.urlField).toHaveValue('ws://127.0.0.1:9/first');
  await app.page.getByRole('button', { name: 'Undo' }).click();
  await expect(app.urlField).toHaveValue('ws://127.0.0.1:9/second');
  await expect(bar.state).toHaveText('Unsaved');
});

test('a ready-made profile is saved as one of one’s own, and lives on as such', async ({ app }) => {
  const profiles = new ProfilesPane(app.page);
  const bar = new ProfileBar(app.page);
  await app.choose('IBM API Connect', 'Upper case');
  await app.searchProfiles('');
  await bar.saveAsButton.click();
  await expect(app.page.getByText('Saved “Upper case” to your profiles.')).toBeVisible();
  await expect(profiles.row('Upper case')).toHaveCount(2);

  await profiles.act('Upper case, IBM', 'Rename');
  await profiles.nameField.fill('Shouting');
  await profiles.nameField.press('Enter');
  await expect(bar.heading).toHaveText('Shouting');
  await app.page.reload();
  await expect(bar.heading).toHaveText('Shouting');
  await connects(app);
});

/** Saves a profile with a secret by this name. */
async function saveNamed(app: PosternPage, name: string): Promise<void> {
  await app.urlField.fill('wss://chat.example.com/ws?token=not-a-real-token');
  await new ProfileBar(app.page).heading.getByRole('button').click();
  await new ProfilesPane(app.page).nameField.fill(name);
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.press('Control+s');
  await expect(new ProfilesPane(app.page).row(name)).toHaveAttribute('aria-selected', 'true');
}

test('a profile in the list is found, deleted and brought back, and duplicated', async ({ app }) => {
  const profiles = new ProfilesPane(app.page);
  const token = valueOf(app.queryParameters, 'token');
  await saveNamed(app, 'Staging');

  await test.step('it is found by its name and by its host, and what is not found is said', async () => {
    for (const text of ['stag', 'chat.example']) {
      await profiles.search.fill(text);
      await expect(profiles.row('Staging')).toBeVisible();
      await expect(profiles.row('wsEcho')).toHaveCount(0);
    }
    await profiles.search.fill('nowhere');
    await expect(app.profiles.getByText('No profile matches “nowhere”')).toBeVisible();
    await profiles.search.press('Escape');
    await expect(profiles.row('Staging')).toBeVisible();
  });

  await test.step('it is deleted, and the undo brings it back with its secret', async () => {
    await profiles.act('Staging', 'Delete');
    await expect(profiles.row('Staging')).toHaveCount(0);
    await app.page.getByRole('button', { name: 'Undo' }).click();
    await expect(profiles.row('Staging')).toHaveAttribute('aria-selected', 'true');
    await expect(token).toHaveValue('not-a-real-token');
  });

  await test.step('it is duplicated with its secrets, and the two go their own ways', async () => {
    await profiles.act('Staging', 'Duplicate');
    await expect(new ProfileBar(app.page).heading).not.toHaveText('Staging');
    await expect(token).toHaveValue('not-a-real-token');
    await token.fill('another-token');
    await app.urlField.fill('wss://chat.example.com/other');
    await app.page.keyboard.press('Control+s');

    await profiles.row('Staging').first().click();
    await expect(app.urlField).toHaveValue('wss://chat.example.com/ws');
    await expect(token).toHaveValue('not-a-real-token');
  });
});

test('a profile in the list is renamed, moved and deleted, and after a reload it is as it was left', async ({
  app,
}) => {
  const profiles = new ProfilesPane(app.page);
  await saveNamed(app, 'Rehearsal');

  await test.step('it is renamed in its place, where Escape leaves the name', async () => {
    await profiles.row('Rehearsal').focus();
    await app.page.keyboard.press('F2');
    await profiles.nameField.fill('Something else');
    await app.page.keyboard.press('Escape');
    await expect(profiles.row('Rehearsal')).toBeFocused();
    await profiles.act('Rehearsal', 'Rename');
    await profiles.nameField.fill('Production');
    await app.page.keyboard.press('Enter');
    await expect(profiles.row('Production')).toBeFocused();
    await expect(profiles.row('Rehearsal')).toHaveCount(0);
  });

  await test.step('it moves into a new folder', async () => {
    await profiles.act('Production', 'Move to folder…');
    await profiles.moveDialog.getByRole('textbox', { name: 'Folder' }).fill('Contoso/chat');
    await profiles.moveDialog.getByRole('button', { name: 'Move', exact: true }).click();
    await expect(profiles.row('Production')).toBeFocused();
    await expect(profiles.row('Production')).toHaveAttribute('aria-level', '3');
    await app.page.reload();
    await expect(profiles.row('Contoso')).toHaveAttribute('aria-expanded', 'true');
    await expect(profiles.row('Production')).toHaveAttribute('aria-level', '3');
    await expect(app.page.getByRole('main')).toContainText('Contoso / chat');
  });

  await test.step('the folder gets another name, and its own back', async () => {
    await profiles.row('Contoso').focus();
    await app.page.keyboard.press('F2');
    await profiles.moveFolderDialog.getByRole('textbox', { name: 'Folder' }).fill('Customers/Fabrikam');
    await app.page.keyboard.press('Enter');
    await expect(profiles.row('Production')).toHaveAttribute('aria-level', '4');
    await expect(app.page.getByRole('main')).toContainText('Customers / Fabrikam / chat');
    await expect(profiles.row('Fabrikam')).toBeFocused();
    await app.page.getByRole('button', { name: 'Undo' }).click();
    await expect(profiles.row('Production')).toHaveAttribute('aria-level', '3');
    await expect(profiles.row('Customers')).toHaveCount(0);
  });

  await test.step('the folder is deleted with what is in it, and brought back', async () => {
    await profiles.act('chat', 'Delete with its profiles');
    await expect(app.page.getByText('Deleted “chat” and the profile in it.')).toBeVisible();
    await expect(profiles.row('Contoso')).toHaveCount(0);
    await expect(profiles.focusedRow).toHaveCount(1);
    await app.page.getByRole('button', { name: 'Undo' }).click();
    await expect(profiles.row('Production')).toHaveAttribute('aria-selected', 'true');
    await profiles.row('Contoso').focus();
    await app.page.keyboard.press('Delete');
    await expect(profiles.row('Production')).toHaveCount(0);
    await app.page.getByRole('button', { name: 'Undo' }).last().click();
  });

  await test.step('it stays deleted', async () => {
    await profiles.act('Production', 'Delete');
    await expect(app.page.getByText('Deleted “Production”.')).toBeVisible();
    await app.page.reload();
    await expect(app.page.getByRole('main')).toBeVisible();
    await expect(profiles.row('Local gateways')).toBeVisible();
    await expect(profiles.row('Production')).toHaveCount(0);
  });
});

test('in a narrow window, what is deleted in the drawer is brought back there', async ({ app }) => {
  const { page } = app;
  const profiles = new ProfilesPane(page);
  await saveNamed(app, 'Pocket');
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 400, height: 800 });
  await page.getByRole('button', { name: 'Show the profiles' }).click();
  await profiles.act('Pocket', 'Delete');
  await expect(profiles.row('Pocket')).toHaveCount(0);
  const drawer = page.getByRole('dialog', { name: 'Profiles' });
  await drawer.getByRole('button', { name: 'Undo' }).click();
  await expect(profiles.row('Pocket')).toHaveAttribute('aria-selected', 'true');
  if (wide !== null) await page.setViewportSize(wide);
});

test('two profiles keep requests of their own', async ({ app }) => {
  const profiles = new ProfilesPane(app.page);
  await profiles.importText('wss://one.example.com/ws?tenant=one');
  await app.message.fill('to the first');
  await profiles.importText('wss://two.example.com/ws?tenant=two');
  await expect(app.message).toHaveValue('');
  await app.message.fill('to the second');

  await profiles.row('one ws').click();
  await expect(app.urlField).toHaveValue('wss://one.example.com/ws');
  await expect(valueOf(app.queryParameters, 'tenant')).toHaveValue('one');
  await expect(app.message).toHaveValue('to the first');
  await profiles.row('two ws').click();
  await expect(app.urlField).toHaveValue('wss://two.example.com/ws');
  await expect(valueOf(app.queryParameters, 'tenant')).toHaveValue('two');
  await expect(app.message).toHaveValue('to the second');
});

test('a wscat command line is imported whole: URL, header, subprotocol', async ({ app }) => {
  const { request } = await localScenario(app.page, 'apigee-header-key');
  const [header] = request.headers;
  const profiles = new ProfilesPane(app.page);
  await profiles.importButton.click();
  await profiles.importDialog
    .getByRole('textbox', { name: 'URL or command line' })
    .fill(`wscat -c '${request.url}' -H '${header?.name}: ${header?.value}' -s chat.v1`);
  await expect(profiles.importDialog).toContainText('Headers: x-apikey');
  await expect(profiles.importDialog).toContainText('Subprotocols: chat.v1');
  await expect(profiles.importDialog).toContainText('One value is kept as a secret.');
  await profiles.importDialog.getByRole('button', { name: 'Create profile' }).click();

  await expect(app.urlField).toHaveValue(request.url);
  const value = valueOf(app.headers, 'x-apikey');
  await expect(value).toHaveValue(header?.value ?? '');
  await expect(value).toHaveCSS('-webkit-text-security', 'disc');
  await expect(
    app.page.getByRole('table', { name: 'Subprotocols' }).getByRole('checkbox'),
  ).toHaveAccessibleName('Offer chat.v1');
  await connects(app);
});

test('what cannot be imported is said while it is typed, and nothing is made of it', async ({ app }) => {
  const profiles = new ProfilesPane(app.page);
  await profiles.importButton.click();
  const field = profiles.importDialog.getByRole('textbox', { name: 'URL or command line' });
  await field.fill('wscat -H "no: url"');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(profiles.importDialog.getByRole('button', { name: 'Create profile' })).toBeDisabled();
});
