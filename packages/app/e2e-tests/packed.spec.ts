import { expect, Page, test } from '@playwright/test';
import { connectGorgias } from './support/connect';
import { entityPage, IVY } from './support/world';

const CHECKS = [
  'User should be identified',
  'Gorgias access should be removed for offboarded user',
  'Critical system access control should be configured',
  'User should have MFA enabled',
  'User access to Critical System should be valid',
];

const check = (page: Page, title: string) =>
  page
    .getByRole('region', { name: 'Access checks' })
    .getByRole('listitem')
    .filter({ hasText: title });

/** Enters the app of the template, where the guest is whom its configuration says. */
async function enter(page: Page) {
  await page.goto('/catalog');
  const button = page.getByRole('button', { name: 'Enter' });
  const content = page.getByRole('heading', { name: /Catalog/ }).first();
  await expect(button.or(content)).toBeVisible();
  if (await button.isVisible()) {
    await button.click();
  }
  await expect(content).toBeVisible();
}

test('the packed packages work in an app that has them as the README says', async ({
  page,
}) => {
  await enter(page);

  await test.step('connect from the card of the entity', async () => {
    await page.goto(entityPage('gorgias'));
    await enterAgain(page);
    await connectGorgias(page, { typed: 'acme', as: IVY });
    await expect(check(page, CHECKS[3])).toContainText('4 failing');
    await expect(check(page, CHECKS[2])).toContainText('Not configured');
  });

  await test.step('add the critical system', async () => {
    await page.getByRole('button', { name: 'Add Critical System' }).click();
    await expect(check(page, CHECKS[2])).toContainText('Failing');
  });

  await test.step('say who may use it', async () => {
    await page.getByRole('link', { name: 'Summary' }).click();
    await page.getByRole('button', { name: 'Configure Now' }).click();
    await page.getByRole('button', { name: 'Configure', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Chosen org roles' }).check();
    await dialog.getByRole('searchbox').fill('support');
    await dialog
      .getByRole('checkbox', { name: /group:default\/support$/ })
      .check();
    await expect(dialog.getByText(/13 current staff/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('see five verdicts on the card', async () => {
    await page.goto(entityPage('gorgias'));
    await enterAgain(page);
    await expect(check(page, CHECKS[0])).toContainText('4 failing, 18 passing');
    await expect(check(page, CHECKS[1])).toContainText('1 failing');
    await expect(check(page, CHECKS[2])).toContainText('Passing');
    await expect(check(page, CHECKS[3])).toContainText('4 failing');
    await expect(check(page, CHECKS[4])).toContainText('6 failing');
  });

  await test.step('find everything about it on the tab of the entity', async () => {
    await page.getByRole('tab', { name: 'Access compliance' }).click();
    await page.getByRole('tab', { name: 'Accounts' }).click();
    await expect(page.getByText('Amara Okafor').first()).toBeVisible();
  });
});

async function enterAgain(page: Page) {
  const button = page.getByRole('button', { name: 'Enter' });
  const card = page.getByRole('heading', { name: 'Critical Systems' });
  await expect(button.or(card).first()).toBeVisible();
  if (await button.isVisible()) {
    await button.click();
  }
  await expect(card).toBeVisible();
}
