import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDeviceStorage } from '../fixtures/deviceStorage.ts';
import { placesShowing } from '../fixtures/placesShowing.ts';
import { startPosternWith } from '../fixtures/startPostern.ts';
import type { RunningPostern } from '../fixtures/startPostern.ts';
import { serveWebSocket } from '../fixtures/serveWebSocket.ts';
import { teamFileText } from '../fixtures/teamFile.ts';
import { expect, failOnErrors, test } from '../fixtures/test.ts';
import { violationsOf } from '../fixtures/violationsOf.ts';
import { PosternPage } from '../pages/PosternPage.ts';
import { ProfilesPane } from '../pages/ProfilesPane.ts';

// Colours that are on their way to the other theme's are neither's.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const KEY = 'k3y-of-the-environment';
const TOKEN = 't0ken-of-the-file';

let folder: string;
let postern: RunningPostern;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postern-e2e-env-'));
});
test.afterEach(async () => {
  await postern.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a secret of the companion’s environment is used when one says so, and kept nowhere', async ({
  page,
  start,
}) => {
  const seen: unknown[] = [];
  const { host } = await start(
    serveWebSocket((_socket, { headers }) => seen.push([headers['x-key'], headers['x-token']])),
  );
  const team = join(folder, 'team.json');
  await writeFile(
    team,
    teamFileText([
      { id: 'p1', name: 'Contoso', url: `ws://${host}/`, secretHeaders: ['x-key', 'x-token', 'config-dir'] },
    ]),
  );
  const envFile = join(folder, 'secrets.env');
  await writeFile(envFile, `POSTERN_CONTOSO_X_TOKEN=${TOKEN}\nPOSTERN_X_TOKEN=another\n`);
  postern = await startPosternWith(
    { POSTERN_X_KEY: KEY, X_KEY: 'not-for-postern' },
    '--profiles',
    team,
    '--env-file',
    envFile,
  );
  const app = new PosternPage(page);
  const use = (name: string) => app.headers.getByRole('button', { name: `Use ${name}`, exact: true });
  const values = app.headers.getByRole('textbox', { name: 'Value' });

  await failOnErrors(page, async () => {
    await page.goto(postern.tokenUrl);
    await new ProfilesPane(page).row('Contoso').click();

    await test.step('it is offered by the names that the check reads, and filled in by nobody', async () => {
      await expect(use('POSTERN_X_KEY')).toBeVisible();
      await expect(use('POSTERN_CONTOSO_X_TOKEN')).toBeVisible();
      await expect(app.headers.getByRole('button', { name: /^Use / })).toHaveCount(2);
      await expect(values.first()).toHaveValue('');
      expect(await violationsOf(page)).toEqual([]);
    });

    await test.step('what has failed of one is not said of another', async () => {
      const refusal = { code: 'variable-unknown', message: 'It has gone.' };
      await page.route('**/api/variable', (route) => route.fulfill({ status: 404, json: refusal }));
      await use('POSTERN_X_KEY').click();
      await expect(app.headers.getByRole('alert')).toHaveText('It has gone.');
      const name = app.headers.getByRole('textbox', { name: 'Name' }).first();
      await name.fill('x-token');
      await expect(use('POSTERN_CONTOSO_X_TOKEN')).toHaveCount(2);
      await expect(app.headers.getByRole('alert')).toHaveCount(0);
      await name.fill('x-key');
      await page.unroute('**/api/variable');
    });

    await test.step('used, by keyboard as well, it is sent', async () => {
      await use('POSTERN_X_KEY').click();
      await expect(values.first()).toHaveValue(KEY);
      await expect(values.first()).toBeFocused();
      await use('POSTERN_CONTOSO_X_TOKEN').press('Enter');
      await expect(values.nth(1)).toHaveValue(TOKEN);
      await expect(app.headers.getByRole('button', { name: /^Use / })).toHaveCount(0);
      await app.connectButton.click();
      await expect(app.status).toHaveText(/^Open/);
      expect(seen).toEqual([[KEY, TOKEN]]);
    });

    await test.step('it is neither shown nor kept, and offered again after a reload', async () => {
      await page.keyboard.press('Control+s');
      for (const secret of [KEY, TOKEN]) expect(await placesShowing(page, secret)).toEqual([]);
      await page.reload();
      await expect(use('POSTERN_X_KEY')).toBeVisible();
      await expect(values.first()).toHaveValue('');
      const stored = JSON.stringify(await readDeviceStorage(page));
      for (const text of [stored, postern.printed()]) {
        expect(text).not.toContain(KEY);
        expect(text).not.toContain(TOKEN);
      }
    });
  });
});
