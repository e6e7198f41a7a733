import { request as httpRequest } from 'node:http';
import { expect, test } from '../fixtures/test.ts';

/** Of a plain HTTP client, which can send any Host. */
function statusFor(url: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { headers: { host } });
    request.once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.once('error', reject);
    request.end();
  });
}

test('the address with the token opens a session, and the token leaves the address bar', async ({
  app,
  postern,
}) => {
  await expect(app.urlField).toBeVisible();
  expect(app.page.url()).toBe(postern.url);
  const cookies = await app.page.context().cookies();
  expect(cookies).toMatchObject([
    { name: `postern-${postern.port}`, httpOnly: true, sameSite: 'Strict', path: '/' },
  ]);
  const token = new URL(postern.tokenUrl).hash.replace('#token=', '');
  expect(cookies[0]?.value).not.toContain(token);
});

test('the plain address works once the browser has the session', async ({ app, postern }) => {
  await expect(app.urlField).toBeVisible();
  const another = await app.page.context().newPage();
  const [status] = await Promise.all([
    another.waitForResponse((response) => response.url() === `${postern.url}api/status`),
    another.goto(postern.url),
  ]);
  expect(status.status()).toBe(200);
});

test('the page opens without a session', async ({ page, postern }) => {
  await page.goto(postern.url);
  await expect(page.getByRole('textbox', { name: 'Gateway URL' })).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  const status = await page.request.get(`${postern.url}api/status`);
  expect(status.status()).toBe(401);
});

test('the page breaks none of its own Content-Security-Policy and loads nothing from elsewhere', async ({
  page,
  postern,
}) => {
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(postern.url) && !/^(data|blob):/.test(request.url())) {
      foreign.push(request.url());
    }
  });
  await page.goto(postern.tokenUrl);
  await expect(page.getByRole('textbox', { name: 'Gateway URL' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});

test('another name for this server gets nothing', async ({ postern }) => {
  expect(await statusFor(postern.url, `127.0.0.1:${postern.port}`)).toBe(200);
  expect(await statusFor(postern.url, 'attacker.example')).toBe(421);
  expect(await statusFor(`${postern.url}api/status`, `attacker.example:${postern.port}`)).toBe(421);
});

test('a page of another origin can neither read the API nor open the relay', async ({ app, postern }) => {
  await expect(app.urlField).toBeVisible();
  // The same machine, the same cookies, another port: the nearest that a foreign page can come.
  const page = await app.page.context().newPage();
  await page.route('http://127.0.0.1:9/', (route) =>
    route.fulfill({ contentType: 'text/html', body: 'foreign' }),
  );
  await page.goto('http://127.0.0.1:9/');
  const seen = await page.evaluate(async (url) => {
    const read = await fetch(`${url}api/status`, { credentials: 'include' }).then(
      () => 'read',
      () => 'blocked',
    );
    const socket = new WebSocket(`${url.replace('http', 'ws')}api/relay`);
    const opened = await new Promise((resolve) => {
      socket.addEventListener('open', () => resolve('open'));
      socket.addEventListener('error', () => resolve('refused'));
    });
    return { read, opened };
  }, postern.url);
  expect(seen).toEqual({ read: 'blocked', opened: 'refused' });
});
