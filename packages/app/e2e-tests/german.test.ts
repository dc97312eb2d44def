import { expect, test } from '@playwright/test';
import { disconnectGorgias } from './support/connect';
import { expectGoodScreen } from './support/screens';
import { signIn } from './support/signIn';
import {
  connectAndAdd,
  ENTITY_PAGE,
  startAfresh,
  SYSTEM_PAGE,
} from './support/world';

test('everything is said in German to who chose German', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, 'ivy');
  await startAfresh(page);
  await connectAndAdd(page);

  await test.step('choose it in the settings', async () => {
    await page.goto('/settings');
    await page.getByRole('button', { name: /English/ }).click();
    await page.getByRole('option', { name: /Deutsch/ }).click();
  });

  await test.step('the card', async () => {
    await page.goto(ENTITY_PAGE);
    const card = page.getByRole('article').filter({
      has: page.getByRole('heading', { name: 'Kritische Systeme' }),
    });
    await expect(card).toContainText('Verbunden');
    await expect(card).toContainText('4 nicht bestanden');
    await expect(card).toContainText(/vor \d+ Sekunden|vor \d+ Minute|gerade/);
    await expect(card).not.toContainText(/failing|passing|Overall|Connected/);
    await expectGoodScreen(page, 'german-card');
  });

  await test.step('the page', async () => {
    await page.goto(SYSTEM_PAGE);
    await expect(page.getByRole('tab', { name: 'Konten' })).toBeVisible();
    await expectGoodScreen(page, 'german-summary');
    await page.getByRole('tab', { name: 'Konten' }).click();
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    await expectGoodScreen(page, 'german-accounts');
  });

  await page.evaluate(() => localStorage.removeItem('language'));
  await page.goto(`${SYSTEM_PAGE}/manage`);
  await disconnectGorgias(page);
});
