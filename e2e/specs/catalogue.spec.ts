import type { Page } from '@playwright/test';
import { serveSite } from '../fixtures/serveSite.ts';
import { serveWebSocket } from '../fixtures/serveWebSocket.ts';
import { teamFileText } from '../fixtures/teamFile.ts';
import { expect, failOnErrors, test } from '../fixtures/test.ts';
import { violationsOf } from '../fixtures/violationsOf.ts';
import { CataloguePane } from '../pages/CataloguePane.ts';
import { EnvironmentsPane } from '../pages/EnvironmentsPane.ts';
import { ImportPane } from '../pages/ImportPane.ts';
import { PosternPage } from '../pages/PosternPage.ts';
import { ProfileBar } from '../pages/ProfileBar.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';

// Colours that are on their way to the other theme's are neither's.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

function panesOf(page: Page) {
  return {
    app: new PosternPage(page),
    list: new ProfilesPane(page),
    bar: new ProfileBar(page),
    catalogue: new CataloguePane(page),
    notices: page.getByRole('status', { name: 'Notices' }),
  };
}

test('another site’s catalogue is asked for once the person agrees, and stays as it is', async ({
  page,
  postern,
  start,
}) => {
  const site = await start(serveSite());
  const keys: unknown[] = [];
  const gateway = await start(serveWebSocket((_socket, request) => void keys.push(request.headers['x-key'])));
  const echo = {
    id: 'p1',
    name: 'Echo',
    folder: 'Contoso',
    url: `ws://${gateway.host}/echo`,
    secretHeaders: ['x-key'],
  };
  const sly = { id: 'p2', name: 'Sly', url: `ws://${gateway.host}/{{secret}}` };
  site.put('/team.json', { text: teamFileText([echo, sly]) });
  const { app, list, bar, catalogue, notices } = panesOf(page);
  const address = new URL(`?profiles=${encodeURIComponent(`${site.url}team.json`)}`, postern.url).href;

  await failOnErrors(page, async () => {
    await test.step('nothing is fetched while the person has not agreed', async () => {
      await page.goto(`${address}${new URL(postern.tokenUrl).hash}`);
      await expect(catalogue.question).toContainText(`${site.url}team.json`);
      await catalogue.declineButton.click();
      await expect(app.profiles).toContainText(`The profiles of ${site.host} are not shown.`);
      await page.reload();
      await expect(catalogue.question).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(catalogue.showButton).toBeVisible();
      expect(site.requests).toEqual([]);
    });

    await test.step('then it is a group of its own, fetched without cookies', async () => {
      await catalogue.showButton.click();
      expect(await violationsOf(page)).toEqual([]);
      await catalogue.agreeButton.click();
      await expect(list.row(site.host)).toBeVisible();
      await expect(notices).toContainText(`2 profiles of ${site.host} are in the list.`);
      await expect(list.row('Echo')).toBeVisible();
      expect(site.requests.map(({ path, headers }) => [path, headers.cookie])).toEqual([
        ['/team.json', undefined],
      ]);
    });

    await test.step('a profile connects with a key of one’s own', async () => {
      await list.row('Echo').click();
      await app.headers.getByRole('textbox', { name: 'Value' }).first().fill('s3cret');
      await expect(bar.state).toHaveText('');
      await app.connectButton.click();
      await expect(app.status).toHaveText(/^Open/);
      expect(keys).toEqual(['s3cret']);
      await app.disconnectButton.click();
    });

    await test.step('one that does what its URL does not show says so before it connects', async () => {
      await list.row('Sly').hover();
      await app.profiles.getByRole('button', { name: 'Start Sly' }).click();
      await expect(notices).toContainText('“Sly” has not connected yet.');
      await expect(page.getByRole('main')).toContainText(
        `As ${site.host} has made it, this profile fills in variables of your environments: secret.`,
      );
      expect(keys).toHaveLength(1);
    });

    await test.step('a secret variable goes to its gateway once the person allows it, and is not asked for again', async () => {
      const environments = new EnvironmentsPane(page);
      const question = page.getByRole('dialog', { name: 'Send secrets to a new place?' });
      await environments.open();
      await environments.create('Staging');
      await environments.add('secret', 'not-a-real-secret');
      await environments.close();
      await app.connectButton.click();
      await expect(question).toContainText('It would send your secret secret to:');
      await expect(question).toContainText(`ws://${gateway.host}`);
      await page.keyboard.press('Escape');
      await expect(question).toBeHidden();
      await expect(app.status).toHaveText(/^Idle/);
      expect(keys).toHaveLength(1);
      await app.connectButton.click();
      await question.getByRole('button', { name: 'Send and connect' }).click();
      await expect(app.status).toHaveText(/^Open/);
      await app.disconnectButton.click();
      await app.connectButton.click();
      await expect(app.status).toHaveText(/^Open/);
      await app.disconnectButton.click();
      expect(keys).toHaveLength(3);
    });

    await test.step('an edit is a draft, and a copy is one’s own', async () => {
      await list.row('Echo').click();
      await app.urlField.fill(`ws://${gateway.host}/mine`);
      await expect(bar.state).toHaveText('Unsaved');
      await bar.saveAsButton.click();
      await expect(notices).toContainText('Saved “Echo” to your profiles.');
      await expect(app.headers.getByRole('textbox', { name: 'Value' }).first()).toHaveValue('s3cret');
      await expect(list.row('Echo')).toHaveCount(2);
      await list.row('Echo').last().click();
      await expect(app.urlField).toHaveValue(`ws://${gateway.host}/echo`);
    });

    await test.step('what is wrong with the file is said, and what was fetched stays', async () => {
      site.put('/team.json', null);
      await catalogue.act(site.host, 'Refresh');
      await expect(catalogue.problem).toContainText(`${site.host} has no such file: it answered 404.`);
      await expect(catalogue.problem).toContainText('Its profiles are shown as they were.');
      expect(await violationsOf(page)).toEqual([]);
      await expect(list.row('Sly')).toBeVisible();
      site.put('/team.json', { text: '<!doctype html><title>Sign in</title>', type: 'text/html' });
      await catalogue.problem.getByRole('button', { name: 'Retry' }).click();
      await expect(catalogue.problem).toContainText('answered with a web page');
      site.put('/team.json', {
        text: teamFileText([echo, sly]).replace('"transport": "companion"', '"transport": 7'),
      });
      await catalogue.problem.getByRole('button', { name: 'Retry' }).click();
      await expect(catalogue.problem).toContainText('profiles[0].transport: It should be one of');
      await expect(list.row('Sly')).toBeVisible();
      site.put('/team.json', { text: teamFileText([echo, sly]) });
      await catalogue.act(site.host, 'Refresh');
      await expect(notices).toContainText(`The profiles of ${site.host} are as they are there now.`);
      await expect(catalogue.problem).toBeHidden();
    });

    await test.step('all of it can be copied through the import', async () => {
      const dialog = new ImportPane(page);
      await catalogue.act(site.host, 'Save a copy of all…');
      await expect(dialog.rows).toHaveCount(2);
      await dialog.createButton('Create 2 profiles').click();
      await expect(list.row('Sly')).toHaveCount(2);
    });

    await test.step('the agreement lasts until it is forgotten, and the key goes with it', async () => {
      await page.reload();
      await expect(list.row(site.host)).toBeVisible();
      await list.row('Echo').last().click();
      await expect(app.headers.getByRole('textbox', { name: 'Value' }).first()).toHaveValue('s3cret');
      await catalogue.act(site.host, `Forget ${site.host}`);
      await expect(list.row(site.host)).toBeHidden();
      const asked = site.requests.length;
      await catalogue.showButton.click();
      await catalogue.agreeButton.click();
      await list.row('Echo').last().click();
      await expect(app.headers.getByRole('textbox', { name: 'Value' }).first()).toHaveValue('');
      expect(site.requests.length).toBe(asked + 1);
      await catalogue.act(site.host, `Forget ${site.host}`);
      await page.reload();
      await expect(catalogue.question).toBeVisible();
      expect(site.requests.length).toBe(asked + 1);
    });
  });
});

test('a static site shows its own catalogue, and says what another one takes', async ({ page, start }) => {
  const site = await start(serveSite({ hasPage: true }));
  const other = await start(serveSite());
  const profile = { id: 'p1', name: 'Echo', url: 'wss://a.example/echo' };
  site.put('/team.json', { text: teamFileText([profile]) });
  other.put('/team.json', { text: teamFileText([profile]) });
  const { app, list, catalogue } = panesOf(page);

  await test.step('its own is there without a question', async () => {
    await page.goto(`${site.url}?profiles=team.json`);
    await expect(list.row(site.host)).toBeVisible();
    await list.row('Echo').click();
    await expect(app.urlField).toHaveValue('wss://a.example/echo');
    await expect(catalogue.question).toBeHidden();
  });

  await test.step('a file that is not there is said to be missing', async () => {
    await page.goto(`${site.url}?profiles=missing.json`);
    await expect(catalogue.problem).toContainText('has no such file: it answered 404.');
  });

  await test.step('another site takes the companion', async () => {
    await page.goto(`${site.url}?profiles=${encodeURIComponent(`${other.url}team.json`)}`);
    await expect(catalogue.problem).toContainText('Start the companion with npm start');
    await expect(catalogue.question).toBeHidden();
    expect(other.requests).toEqual([]);
  });

  await test.step('what is no address is said to be none', async () => {
    await page.goto(`${site.url}?profiles=javascript:alert(1)`);
    await expect(catalogue.problem).toContainText('begins with javascript:, where http: or https: is needed');
  });
});
