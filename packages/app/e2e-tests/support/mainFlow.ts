import { expect, Page } from '@playwright/test';

export const CHECKS = [
  'User should be identified',
  'Gorgias access should be removed for offboarded user',
  'Critical system access control should be configured',
  'User should have MFA enabled',
  'User access to Critical System should be valid',
];

/** The line of a check on the card or the summary. */
export const check = (page: Page, title: string) =>
  page
    .getByRole('region', { name: 'Access checks' })
    .getByRole('listitem')
    .filter({ hasText: title });

/** Goes from the card to the access rule, and says that support may use the system. */
export async function allowSupport(page: Page) {
  await page.getByRole('link', { name: 'Summary' }).click();
  await page.getByRole('button', { name: 'Configure Now' }).click();
  await expect(
    page.getByRole('tab', { name: 'Manage', selected: true }),
  ).toBeVisible();
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
}
