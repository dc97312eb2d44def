import { expect, Page, test } from '@playwright/test';
import { connectGorgias } from './support/connect';
import { allowSupport, check, CHECKS } from './support/mainFlow';
import { entityPage, IVY } from './support/world';

/** Opens the page of the entity; the app asks for it at first whether to enter as its guest. */
async function openEntity(page: Page) {
  await page.goto(entityPage('gorgias'));
  const enter = page.getByRole('button', { name: 'Enter', exact: true });
  const card = page.getByRole('heading', { name: 'Critical Systems' });
  await expect(enter.or(card).first()).toBeVisible();
  if (await enter.isVisible()) {
    await enter.click();
  }
  await expect(card).toBeVisible();
}

test('the packed packages work in an app that has them as the README says', async ({
  page,
}) => {
  await test.step('connect from the card of the entity', async () => {
    await openEntity(page);
    await connectGorgias(page, { typed: 'acme', as: IVY });
    await expect(check(page, CHECKS[3])).toContainText('4 failing');
    await expect(check(page, CHECKS[2])).toContainText('Not configured');
  });

  await test.step('add the critical system', async () => {
    await page.getByRole('button', { name: 'Add Critical System' }).click();
    await expect(check(page, CHECKS[2])).toContainText('Failing');
  });

  await test.step('say who may use it', async () => {
    await allowSupport(page);
  });

  await test.step('see five verdicts on the card', async () => {
    await openEntity(page);
    await expect(check(page, CHECKS[0])).toContainText('4 failing, 18 passing');
    await expect(check(page, CHECKS[1])).toContainText('1 failing');
    await expect(check(page, CHECKS[2])).toContainText('Passing');
    await expect(check(page, CHECKS[3])).toContainText('4 failing');
    await expect(check(page, CHECKS[4])).toContainText('6 failing');
  });

  await test.step('find everything about it on the tab of the entity', async () => {
    const name = 'Access compliance';
    // A link in the new frontend system, and a tab in the legacy one.
    await page
      .getByRole('link', { name })
      .or(page.getByRole('tab', { name }))
      .click();
    await page.getByRole('tab', { name: 'Accounts' }).click();
    await expect(page.getByText('Amara Okafor').first()).toBeVisible();
  });
});
