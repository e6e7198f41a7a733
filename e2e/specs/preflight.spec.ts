import { expect } from '../fixtures/test.ts';
import { testOnOnePage as test } from '../fixtures/testOnOnePage.ts';
import type { PosternPage } from '../pages/PosternPage.ts';

async function openPreflight(app: PosternPage, warnings: string) {
  await app.page.getByRole('button', { name: `Preflight: ${warnings}`, exact: true }).click();
  return app.page.getByRole('dialog', { name: 'Preflight' });
}

/** A token that says no more than when it ends. */
function tokenUntil(time: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ exp: Math.floor(time / 1_000) })}.`;
}

test('a stage on a custom domain is removed with one click, and the connection opens', async ({ app }) => {
  await app.choose('AWS API Gateway', 'Custom domain and stage');
  const preflight = await openPreflight(app, '1 warning');
  await expect(preflight).toContainText('/dev looks like a stage');
  await preflight.getByRole('button', { name: 'Apply and connect: make /chat the path' }).click();
  await expect(app.urlField).toHaveValue(/\/chat$/);
  await expect(app.status).toHaveText(/^Open/);
});

test('a header credential goes into the query with one click, and a browser can connect', async ({ app }) => {
  await app.choose('Azure API Management', 'Key in a header');
  await app.transport.selectOption('Browser');
  // The other is of the proxy, which a browser chooses itself.
  const preflight = await openPreflight(app, '2 warnings');
  await preflight
    .getByRole('button', {
      name: 'Apply and connect: move the header Ocp-Apim-Subscription-Key to the query parameter subscription-key',
    })
    .click();
  await expect(app.status).toHaveText(/^Open/);
  await expect(app.headers.getByRole('textbox', { name: 'Name' })).toHaveCount(1);
});

test('a missing key is added as a secret, with the focus where it is to be typed', async ({
  app,
  requestPane,
}) => {
  await app.choose('Azure API Management', 'No subscription key');
  const preflight = await openPreflight(app, '1 warning');
  await preflight.getByRole('button', { name: 'Apply: add the query parameter subscription-key' }).click();
  const value = requestPane.parameters.values.nth(1);
  await expect(value).toBeFocused();
  await app.page.keyboard.type('k3y');
  await expect(value).toHaveValue('k3y');
  await expect(app.page.getByRole('button', { name: 'Reveal subscription-key' })).toBeVisible();
});

test('a duplicate parameter is removed with one click', async ({ app, requestPane }) => {
  await app.choose('Google Apigee', 'Echo, API key');
  await requestPane.parameters.add('room', '1');
  await requestPane.parameters.add('room', '2');
  const preflight = await openPreflight(app, '1 warning');
  await preflight.getByRole('button', { name: 'Apply: keep only the first room' }).click();
  await expect(app.page.getByText('Preflight: nothing to warn of')).toBeVisible();
  await expect(requestPane.parameters.values.nth(1)).toHaveValue('1');
});

test('a token in a subprotocol counts down', async ({ app, requestPane }) => {
  await app.choose('Google Apigee', 'Echo, API key');
  await requestPane.offerSubprotocol(`bearer.${tokenUntil(Date.now() + 50_000)}`);
  const note = requestPane.subprotocols.getByText(/^expires in \d+ s/);
  const first = await note.textContent();
  await expect(note).not.toHaveText(first ?? '');
});
