import { expect } from '../fixtures/test.ts';
import { testOnOnePage as test } from '../fixtures/testOnOnePage.ts';
import { violationsOf } from '../fixtures/violationsOf.ts';
import { ExpectationsPane } from '../pages/ExpectationsPane.ts';
import { ProfileBar } from '../pages/ProfileBar.ts';
import { SavedMessages } from '../pages/SavedMessages.ts';

// Colours that are on their way to the other theme's are neither's.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const ECHO = '{"action":"echo","data":"hi"}';

test('each connection is judged by what its profile expects', async ({ app, page, options, composer }) => {
  const expectations = new ExpectationsPane(page);
  const bar = new ProfileBar(page);
  const saved = new SavedMessages(page);

  await test.step('what cannot be judged is said at its field', async () => {
    await app.choose('AWS API Gateway', 'wsEcho');
    await composer.message.fill(ECHO);
    await saved.choose('Save this message…');
    await saved.saveName.fill('Echo');
    await saved.saveName.press('Enter');
    await options.open();
    await expectations.add('It opens');
    const message = await expectations.add('A message comes');
    await message.getByRole('textbox', { name: 'It matches' }).fill('($.message exists');
    await expect(message).toContainText('This parenthesis is not closed.');
    await message.getByRole('textbox', { name: 'It matches' }).fill('$.message exists');
    const kind = message.getByRole('combobox', { name: 'Expect that' });
    await kind.selectOption('It is closed');
    await expect(message.getByRole('textbox', { name: 'Close code' })).toHaveValue('1000');
    await kind.selectOption('A message comes');
    await expect(message.getByRole('textbox', { name: 'It matches' })).toHaveValue('$.message exists');
    await message.getByRole('textbox', { name: 'Within, s' }).fill('60');
    await message.getByRole('combobox', { name: 'Counted from' }).selectOption('“Echo”');
  });

  await test.step('what is counted from a saved message goes along with its new name', async () => {
    await saved.choose('Manage saved messages…');
    await saved.name.fill('Say hi');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox', { name: 'Counted from' })).toHaveValue('Say hi');
  });

  await test.step('what waits is pending, and is met by the message that comes', async () => {
    await app.connectButton.click();
    await expect(expectations.summary).toHaveText('1 of 2 expectations met, 1 pending');
    await expect(expectations.results.nth(0)).toHaveText(/^Met: Opens within 2 s\s*open after/);
    await expect(expectations.results.nth(1)).toContainText('waits until “Say hi” is sent');
    await saved.choose('Manage saved messages…');
    await saved.button('Send').click();
    await page.keyboard.press('Escape');
    await expect(expectations.summary).toHaveText('2 of 2 expectations met');
    await expect(expectations.results.nth(1)).toHaveText(
      /^Met: A message matches \$\.message exists within 1 min of “Say hi”\s*after /,
    );
    await app.disconnectButton.click();
  });

  await test.step('what is not met says what was seen, and what never comes ends with its limit', async () => {
    const subprotocol = await expectations.add('It selects a subprotocol');
    await subprotocol.getByRole('textbox', { name: 'Subprotocol' }).fill('v2');
    const closed = await expectations.add('It is closed');
    await closed.getByRole('textbox', { name: 'Within, s' }).fill('0.1');
    await expectations.remove(2);
    await expect(expectations.addButton).toBeFocused();
    await app.connectButton.click();
    await expect(expectations.summary).toHaveText('1 of 3 expectations met');
    await expect(expectations.results.nth(1)).toHaveText(
      /^Not met: Selects the subprotocol v2\s*none was selected$/,
    );
    await expect(expectations.results.nth(2)).toHaveText(/still open after 100 ms$/);
    expect(await violationsOf(page)).toEqual([]);
    await app.disconnectButton.click();
    await bar.discardButton.click();
    await expect(options.summary).not.toContainText('expectation');
  });

  await test.step('a refusal can be what is expected', async () => {
    await app.choose('Azure API Management', 'No subscription key');
    await options.open();
    await expectations.add('It is refused');
    await app.connectButton.click();
    await expect(app.status).toHaveText(/^Failed/);
    await expect(expectations.summary).toHaveText('1 of 1 expectation met');
    await expect(expectations.results).toHaveText(/^Met: Is refused with 401\s*refused with 401 /);
    await bar.discardButton.click();
  });
});
