import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostern } from '../fixtures/startPostern.ts';
import type { RunningPostern } from '../fixtures/startPostern.ts';
import { serveEcho } from '../fixtures/serveWebSocket.ts';
import { teamFileText } from '../fixtures/teamFile.ts';
import { expect, failOnErrors, test } from '../fixtures/test.ts';
import { violationsOf } from '../fixtures/violationsOf.ts';
import { EnvironmentsPane } from '../pages/EnvironmentsPane.ts';
import { PosternPage } from '../pages/PosternPage.ts';
import { ProfileBar } from '../pages/ProfileBar.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';

// Colours that are on their way to the other theme's are neither's.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const NAME = 'postern.profiles.json';

let folder: string;
let path: string;
let postern: RunningPostern;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postern-e2e-team-'));
  path = join(folder, NAME);
  postern = await startPostern(
    process.execPath,
    'dist/companion/cli.js',
    '--no-gateways',
    '--profiles',
    path,
  );
});
test.afterEach(async () => {
  await postern.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a team’s file is edited from both sides, and nothing is lost', async ({ page, start }) => {
  const { host } = await start(serveEcho());
  const echo = {
    id: 'p1',
    name: 'Echo',
    folder: 'Contoso',
    url: `ws://${host}/one`,
    secretHeaders: ['x-key'],
  };
  const other = { id: 'p2', name: 'Other', url: `ws://${host}/other` };
  const text = (...profiles: Parameters<typeof teamFileText>[0]) => teamFileText(profiles);
  const onDisk = () => readFile(path, 'utf8');
  await writeFile(path, text(other, echo));
  const app = new PosternPage(page);
  const list = new ProfilesPane(page);
  const bar = new ProfileBar(page);
  const notices = page.getByRole('status', { name: 'Notices' });

  await failOnErrors(page, async () => {
    await page.goto(postern.tokenUrl);

    await test.step('its profiles are in the list under its name, and connect', async () => {
      await expect(list.row(NAME)).toBeVisible();
      await expect(list.row('Contoso')).toBeVisible();
      await list.row('Other').dblclick();
      await page.keyboard.press('Control+Enter');
      await expect(app.status).toHaveText(/^Open/);
      await app.disconnectButton.click();
    });

    await test.step('a saved edit changes the file where it differs, and the secret stays here', async () => {
      await list.row('Echo').click();
      await app.headers.getByRole('textbox', { name: 'Value' }).first().fill('s3cret');
      await app.urlField.fill(`ws://${host}/two`);
      await expect(bar.state).toHaveText('Unsaved');
      expect(await onDisk()).toBe(text(other, echo));
      await page.keyboard.press('Control+s');
      await expect(bar.state).toHaveText('');
      expect(await onDisk()).toBe(text(other, { ...echo, url: `ws://${host}/two` }));
      await expect(app.headers.getByRole('textbox', { name: 'Value' }).first()).toHaveValue('s3cret');
    });

    await test.step('a read-only file is left as it is, and the edit stays here', async () => {
      await chmod(path, 0o444);
      await app.urlField.fill(`ws://${host}/read-only`);
      await expect(bar.state).toHaveText('Unsaved');
      await page.keyboard.press('Control+s');
      await expect(notices).toContainText(`Not saved to ${NAME}: The file of profiles is read-only`);
      await expect(bar.state).toHaveText('Unsaved');
      expect(await onDisk()).toBe(text(other, { ...echo, url: `ws://${host}/two` }));
      await chmod(path, 0o644);
      await app.urlField.fill(`ws://${host}/two`);
      await expect(bar.state).toHaveText('');
    });

    await test.step('what is edited on the disk shows, and is said of the profile that is looked at', async () => {
      await writeFile(path, text(other, { ...echo, url: `ws://${host}/three` }));
      await expect(app.urlField).toHaveValue(`ws://${host}/three`);
      await expect(notices).toContainText(`“Echo” is as it is in ${NAME} now`);
      await expect(app.headers.getByRole('textbox', { name: 'Value' }).first()).toHaveValue('s3cret');
    });

    await test.step('a broken file is said by its place, and nothing is saved over it', async () => {
      await app.urlField.fill(`ws://${host}/mine`);
      const broken = (await onDisk()).replace(`"ws://${host}/three"`, '7');
      await writeFile(path, broken);
      const alert = app.profiles.getByRole('alert');
      await expect(alert).toContainText('profiles[1].url: It should be text.');
      await page.keyboard.press('Control+s');
      await expect(notices).toContainText(`${NAME} cannot be written as it is now.`);
      expect(await onDisk()).toBe(broken);
      await expect(list.row('Other')).toBeVisible();
    });

    await test.step('a profile that both have changed shows both, and saving asks first', async () => {
      await writeFile(
        path,
        text({ ...other, url: `ws://${host}/o2` }, { ...echo, url: `ws://${host}/theirs` }),
      );
      const conflict = page.getByRole('region', {
        name: `You have changed this profile, and so has ${NAME}.`,
      });
      await expect(conflict).toContainText(`ws://${host}/three → ws://${host}/mine`);
      await expect(conflict).toContainText(`ws://${host}/three → ws://${host}/theirs`);
      await expect(app.urlField).toHaveValue(`ws://${host}/mine`);
      await page.keyboard.press('Control+s');
      await expect(notices).toContainText(`Not saved: “Echo” has changed in ${NAME} too.`);
      expect(await violationsOf(page)).toEqual([]);

      await page.reload();
      await expect(conflict).toBeVisible();
      await conflict.getByRole('button', { name: 'Keep both' }).click();
      await expect(conflict).toBeHidden();
      await expect(list.row('Echo copy')).toBeVisible();
      await expect(app.urlField).toHaveValue(`ws://${host}/mine`);
      await list.row('Echo').click();
      await expect(app.urlField).toHaveValue(`ws://${host}/theirs`);
    });

    await test.step('mine can be kept over theirs', async () => {
      const theirs = { ...other, url: `ws://${host}/o2` };
      await app.urlField.fill(`ws://${host}/mine-again`);
      await expect(bar.state).toHaveText('Unsaved');
      await writeFile(path, text(theirs, { ...echo, url: `ws://${host}/theirs-again` }));
      await page.getByRole('button', { name: 'Keep mine' }).click();
      await expect(bar.state).toHaveText('');
      expect(await onDisk()).toBe(text(theirs, { ...echo, url: `ws://${host}/mine-again` }));
    });

    await test.step('variables come with the file, and a secret one goes to a new place once the person allows it', async () => {
      const environments = new EnvironmentsPane(page);
      const elsewhere = await start(serveEcho());
      const theirs = { ...other, url: `ws://${host}/o2` };
      const withToken = (to: string) =>
        text(theirs, { ...echo, name: 'Token', url: `ws://${to}/?token={{token}}` });
      const kept = await onDisk();
      const question = page.getByRole('dialog', { name: 'Send secrets to a new place?' });
      const staging = {
        name: 'Staging',
        variables: [
          { name: 'region', value: { kind: 'text', text: 'eu' } },
          { name: 'token', value: { kind: 'secret' } },
        ],
      };
      await writeFile(path, JSON.stringify({ ...JSON.parse(withToken(host)), environments: [staging] }));
      await list.row('Token').click();
      await environments.open();
      await expect(environments.dialog).toContainText(
        `${NAME} names variables that are not here: Staging (region, token).`,
      );
      await environments.dialog.getByRole('button', { name: 'Add them' }).click();
      await expect(environments.edited.getByRole('option', { selected: true })).toHaveText('Staging');
      await expect(environments.dialog).not.toContainText('that are not here');
      await environments.table.getByRole('textbox', { name: 'Value' }).nth(1).fill('not-a-real-token');
      await environments.dialog.getByRole('button', { name: 'Use it' }).click();
      await environments.close();
      await app.connectButton.click();
      await expect(question).toContainText(`It would send your secret token to:`);
      await expect(question).toContainText(`ws://${host}`);
      expect(await violationsOf(page)).toEqual([]);
      await question.getByRole('button', { name: 'Send and connect' }).click();
      await expect(app.status).toHaveText(/^Open/);
      await app.disconnectButton.click();

      await writeFile(path, withToken(elsewhere.host));
      await expect(app.urlField).toHaveValue(`ws://${elsewhere.host}/?token={{token}}`);
      await app.connectButton.click();
      await expect(question).toContainText(`ws://${elsewhere.host}`);
      await page.keyboard.press('Escape');
      await expect(question).toBeHidden();
      await expect(app.status).toHaveText(/^Closed/);
      await writeFile(path, kept);
      await expect(list.row('Echo')).toBeVisible();
    });

    await test.step('names, folders and deletions are written at once; a deletion can be undone', async () => {
      const theirs = { ...other, url: `ws://${host}/o2` };
      const mine = { ...echo, url: `ws://${host}/mine-again` };
      await list.act('Other', 'Rename');
      await list.nameField.fill('Renamed');
      await list.nameField.press('Enter');
      await expect(list.row('Renamed')).toBeVisible();
      expect(await onDisk()).toBe(text({ ...theirs, name: 'Renamed' }, mine));
      await list.act('Renamed', 'Delete');
      await expect(list.row('Renamed')).toBeHidden();
      expect(await onDisk()).toBe(text(mine));
      await notices.getByRole('button', { name: 'Undo' }).last().click();
      await expect(list.row('Renamed')).toBeVisible();
      expect(await onDisk()).toBe(text({ ...theirs, name: 'Renamed' }, mine));
    });

    await test.step('one’s own profile is moved into the file, without its secret', async () => {
      await list.act('Echo copy', `Move to ${NAME}`);
      await expect(notices).toContainText(`Moved “Echo copy” to ${NAME}, without its secrets.`);
      expect(await onDisk()).toContain('"name": "Echo copy"');
      expect(await onDisk()).not.toContain('s3cret');
      await expect(app.headers.getByRole('textbox', { name: 'Value' }).first()).toHaveValue('s3cret');
    });
  });
});
