import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { signIn } from './support/signIn';

test('offers the people of the example organisation', async ({ page }) => {
  await page.goto('/');

  await expect(
    page.getByRole('button', { name: 'Enter as Ivy Nakamura' }),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Enter as Sam Rivers' }),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Enter as Maya Ortiz' }),
  ).toBeVisible();
  await expectAccessible(page);
});

for (const person of ['ivy', 'sam', 'maya'] as const) {
  test(`shows ${person} the catalog with Gorgias in it`, async ({ page }) => {
    await signIn(page, person);

    await page.goto('/?filters[kind]=resource&filters[user]=all');
    await expect(
      page.getByRole('link', { name: 'Gorgias', exact: true }),
    ).toBeVisible();
  });
}
