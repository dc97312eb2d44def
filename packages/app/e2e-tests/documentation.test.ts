import { expect, test } from '@playwright/test';
import { signIn } from './support/signIn';

test('the guides are on the Docs tab of Gorgias, with their pictures', async ({
  page,
}) => {
  await signIn(page, 'sam');
  await page.goto('/catalog/default/resource/gorgias');
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Docs' })
    .click();
  const pages = page.getByRole('navigation', {
    name: 'Pages of the documentation',
  });
  await pages.getByRole('link', { name: 'For engineers' }).click();
  await expect(
    page.getByRole('heading', { name: 'For engineers' }),
  ).toBeVisible();
  const picture = page.getByRole('img', { name: /The card as an engineer/ });
  // Pages that an earlier start of the host has left are shown until they are made anew.
  const refresh = page.getByRole('button', { name: 'Refresh' });
  await expect(picture.or(refresh).first()).toBeVisible();
  if (await refresh.isVisible()) {
    await refresh.click();
  }
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate(img => (img as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);

  await page.getByRole('link', { name: 'Security' }).first().click();
  await expect(
    page.getByRole('heading', { name: 'Permissions' }),
  ).toBeVisible();
});
