import { serveEcho } from '../fixtures/serveWebSocket.ts';
import { expect, test } from '../fixtures/test.ts';
import { PosternPage } from '../pages/PosternPage.ts';

test('two tabs see each other’s profiles, and one keeps what the other deletes', async ({
  app,
  postern,
  start,
}) => {
  const server = await start(serveEcho());
  const other = new PosternPage(await app.page.context().newPage());
  await other.page.goto(postern.url);

  await test.step('a draft typed in one is in the list of the other, and grows there', async () => {
    await app.urlField.fill(`ws://${server.host}/one`);
    await app.page.keyboard.press('Control+s');
    await expect(other.profile('127.0.0.1 one')).toBeVisible();
    await other.profile('127.0.0.1 one').click();
    await expect(other.urlField).toHaveValue(`ws://${server.host}/one`);
    await app.urlField.fill(`ws://${server.host}/two`);
    await expect(other.urlField).toHaveValue(`ws://${server.host}/two`);
  });

  await test.step('what is deleted there is said here, and can be kept', async () => {
    await app.page.keyboard.press('Control+s');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Open/);
    await other.profile('127.0.0.1 one').focus();
    await other.page.keyboard.press('Delete');
    const notice = app.page.getByText('was deleted in another tab.');
    await expect(notice).toBeVisible();
    await app.page.getByRole('button', { name: 'Keep it' }).click();
    await expect(app.urlField).toHaveValue(`ws://${server.host}/two`);
    await expect(other.profile('127.0.0.1 one')).toBeVisible();
  });

  await test.step('when the browser’s data is cleared, that is said at once, and all can be saved again', async () => {
    const session = await app.page.context().newCDPSession(app.page);
    const { origin } = new URL(app.page.url());
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    const alert = app.profiles.getByRole('alert');
    await expect(alert).toContainText('The data of this page was cleared in the browser');
    await alert.getByRole('button', { name: 'Save them again' }).click();
    await expect(alert).toBeHidden();
    await app.page.reload();
    await expect(app.urlField).toHaveValue(`ws://${server.host}/two`);
  });
});
