import { expect, test } from '@playwright/test';
import { signIn } from './support/signIn';
import { ENTITY_PAGE } from './support/world';

test('the tab of the entity has its parts below the address of the entity', async ({
  page,
}) => {
  await signIn(page, 'ivy');
  await page.goto(ENTITY_PAGE);
  await page.getByRole('tab', { name: 'Access compliance' }).click();
  await page.getByRole('tab', { name: 'Accounts' }).click();
  await expect(page).toHaveURL(/resource\/gorgias\/gorgias\/accounts/);
  await expect(page.getByRole('search')).toBeVisible();
});

test('leads from the sidebar to all critical systems', async ({ page }) => {
  await signIn(page, 'sam');
  await page.getByRole('link', { name: 'Critical Systems' }).click();
  await expect(
    page.getByRole('link', { name: 'Gorgias', exact: true }),
  ).toBeVisible();
});
