import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { connectGorgias } from './support/connect';
import { expectGoodScreen, showTheme } from './support/screens';
import { indexForSearch } from './support/search';
import { signIn } from './support/signIn';
import {
  ENTITY_PAGE,
  expectRead,
  IVY,
  startAfresh,
  SYSTEM_PAGE,
} from './support/world';

/** Goes to a page by its entry in the sidebar. */
const openBySidebar = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name, exact: true })
    .click();

test('a template adds the critical system, and the search finds it', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await signIn(page, 'ivy');
  await startAfresh(page);

  await test.step('add the critical system by the template', async () => {
    await openBySidebar(page, 'Create');
    await expect(page.getByText('Add a critical system')).toBeVisible();
    await page.getByRole('button', { name: 'Choose' }).click();
    await page.getByLabel('Entity').fill('Gorgias');
    await page.getByRole('option', { name: 'Gorgias', exact: true }).click();
    await expectGoodScreen(page, 'template-entity', { part: 'form' });
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Who').click();
    await page.getByRole('option', { name: 'Some groups' }).click();
    await expectGoodScreen(page, 'template-who', { part: 'form' });
    await page.getByLabel(/^Group/).fill('Customer Support');
    await page.getByRole('option', { name: 'Customer Support' }).click();
    await page.getByLabel('Reason').fill('It was bought');
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    const open = page.getByRole('link', { name: 'Open the critical system' });
    await expect(open).toBeVisible();
    const opens = page.waitForEvent('popup');
    await open.click();
    await expect(await opens).toHaveURL(new RegExp(`${SYSTEM_PAGE}$`));
  });

  await test.step('connect it', async () => {
    await page.goto(ENTITY_PAGE);
    await connectGorgias(page, { typed: 'acme', as: IVY });
    await expectRead(page);
  });

  await test.step('find an account, and open it', async () => {
    await indexForSearch();
    await openBySidebar(page, 'Search');
    await page.getByRole('textbox', { name: 'Search' }).fill('Maya Ortiz');
    // Another critical system, if it is connected, may be of the same account.
    const found = page
      .getByRole('link', { name: 'Maya Ortiz', exact: true })
      .and(page.locator(`[href^="${SYSTEM_PAGE}/"]`));
    // The index is made in its own time, and what was found stays on the page.
    await expect(async () => {
      await page.goto('/search?query=Maya+Ortiz');
      await expect(found).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await found.click();
    const dialog = page.getByRole('dialog', { name: 'Maya Ortiz' });
    await expect(dialog.getByRole('region', { name: 'History' })).toBeVisible();
  });
});

test('the home page shows the own access', async ({ page }) => {
  await signIn(page, 'sam');
  await openBySidebar(page, 'Home');
  const own = page.getByRole('region', { name: 'Gorgias', exact: true });
  await expect(own).toContainText('Sam Rivers, Basic');
  await expect(own).toContainText('User should have MFA enabled');
  for (const theme of ['dark', 'light'] as const) {
    await showTheme(page, theme);
    // The page is Backstage's, which has no main content.
    await expect(() => expectAccessible(page, 'article')).toPass();
  }
});

test('afterwards it is no critical system, and not connected', async ({
  page,
}) => {
  await signIn(page, 'ivy');
  await startAfresh(page);
});
