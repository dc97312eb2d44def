import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { disconnectGorgias } from './support/connect';
import { expectGoodScreen } from './support/screens';
import { signIn } from './support/signIn';
import { connectAndAdd, row, startAfresh, SYSTEM_PAGE } from './support/world';

const ACCOUNTS = `${SYSTEM_PAGE}/accounts`;

test('the list of accounts narrows, orders, is shared by its address, and is saved', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signIn(page, 'ivy');
  await startAfresh(page);
  await connectAndAdd(page);
  const names = page.getByRole('main').getByRole('rowheader');

  await test.step('all of them', async () => {
    await page.goto(ACCOUNTS);
    await expect(row(page, 'Amara Okafor')).toBeVisible();
    await expectGoodScreen(page, 'accounts');
  });

  await test.step('narrow down and put in order', async () => {
    const filters = page.getByRole('search');
    await filters
      .getByRole('button', { name: /^Check/ })
      .or(filters.getByLabel('Check'))
      .first()
      .click();
    await page
      .getByRole('option', { name: 'User should have MFA enabled' })
      .click();
    await filters.getByLabel('Status').first().click();
    await page.getByRole('option', { name: 'Failing' }).click();
    await expect(row(page, 'Chloe Dubois')).toBeVisible();
    await expect(row(page, 'Amara Okafor')).toHaveCount(0);
    await page.getByRole('columnheader', { name: 'Account' }).click();
    await expect(page).toHaveURL(/check=mfa-enabled/);
    await expect(page).toHaveURL(/status=failing/);
  });

  await test.step('share the address', async () => {
    const shown = await names.allInnerTexts();
    const other = await page.context().newPage();
    // Another page of the same browser has to sign in by itself.
    await signIn(other, 'ivy');
    await other.goto(page.url());
    await expect(other.getByRole('main').getByRole('rowheader')).toHaveText(
      shown.map(name => new RegExp(name.split('\n')[0])),
    );
    await other.close();
  });

  await test.step('save what is shown', async () => {
    const shown = await names.count();
    const downloads = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const download = await downloads;
    expect(download.suggestedFilename()).toMatch(/^gorgias-accounts-.*\.csv$/);
    const csv = await readFile(await download.path(), 'utf8');
    const lines = csv.trim().split('\n');
    expect(lines).toHaveLength(shown + 1);
    expect(csv).toContain('chloe.dubois@acme.example');
    expect(csv).not.toContain('amara.okafor@acme.example');
  });

  await test.step('open one and go back, by keyboard only', async () => {
    const chloe = row(page, 'Chloe Dubois');
    await chloe.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Chloe Dubois' });
    await expect(drawer).toBeVisible();
    await expectGoodScreen(page, 'account-drawer', { part: '[role=dialog]' });
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(chloe).toBeFocused();
  });

  await page.goto(`${SYSTEM_PAGE}/manage`);
  await disconnectGorgias(page);
});
